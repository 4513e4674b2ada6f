/// The flow of records, reports and studies through a review, as PRISMA 2020 draws it: numbers
/// only, see [FlowDiagram].
package org.cytotrial.evidence.flow;

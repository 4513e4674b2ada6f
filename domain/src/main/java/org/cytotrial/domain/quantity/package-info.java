/// Units and quantities. Start at [org.cytotrial.domain.quantity.Unit#parse]:
/// `Unit.parse("nmol/L")`.
///
/// Mole, item (a cell, a receptor) and international unit are axes of their own, so that 1 nmol/L,
/// 10^6 cells/L and 1 IU/L never pass for one another; IU become a mass only through a product's
/// own specific activity.
package org.cytotrial.domain.quantity;

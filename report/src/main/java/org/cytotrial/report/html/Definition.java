package org.cytotrial.report.html;

/// A name and what it means or holds, such as `Seed` and `42`.
public record Definition(String term, String description) {}

package org.cytotrial.evidence.screening;

/// What a screener sees of a record; either part may be empty.
public record ScreeningText(String title, String abstractText) {}

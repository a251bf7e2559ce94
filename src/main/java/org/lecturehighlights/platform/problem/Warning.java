package org.lecturehighlights.platform.problem;

/** Something that a reader of a completed job should know, for instance that nobody spoke. */
public record Warning(String code, String message) {}

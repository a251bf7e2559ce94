package org.lecturehighlights.service.upload.form;

import java.util.Map;
import java.util.Set;

/**
 * The parts of a form that somebody reads; others are skipped.
 *
 * @param files names of files, and how many bytes of each are kept at most, less one
 * @param texts names of fields
 */
public record WantedParts(Map<String, Long> files, Set<String> texts) {}

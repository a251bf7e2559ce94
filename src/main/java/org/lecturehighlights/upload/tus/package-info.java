/**
 * Uploads that may be interrupted: the protocol tus 1.0.0
 * (https://tus.io/protocols/resumable-upload) with its extensions creation, creation-with-upload,
 * termination, expiration and checksum. An upload is a job that waits for its bytes; the address of
 * one ends with the job's id. Imports its own room, {@code job}, {@code storage} and {@code
 * problem}.
 */
@NullMarked
package org.lecturehighlights.upload.tus;

import org.jspecify.annotations.NullMarked;

/**
 * Uploads that may be interrupted: the protocol tus 1.0.0
 * (https://tus.io/protocols/resumable-upload) with its extensions creation, creation-with-upload,
 * termination, expiration and checksum. An upload is a job that waits for its bytes; the address of
 * one ends with the job's id.
 */
@NullMarked
package org.lecturehighlights.service.upload.tus;

import org.jspecify.annotations.NullMarked;

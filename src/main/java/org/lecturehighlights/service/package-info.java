/**
 * What callers see and own: jobs, uploads, clips, results, files, exports, search and webhooks.
 * Every resource of the API except the development tools is here. It imports {@code lecture} and
 * {@code platform}.
 */
@NullMarked
package org.lecturehighlights.service;

import org.jspecify.annotations.NullMarked;

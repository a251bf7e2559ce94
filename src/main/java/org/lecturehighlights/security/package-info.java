/**
 * Who the caller is and what they may see. Ownership itself is a WHERE clause of the services.
 * Imports {@code problem}.
 */
@NullMarked
package org.lecturehighlights.security;

import org.jspecify.annotations.NullMarked;

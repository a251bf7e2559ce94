/**
 * Chooses the storage by configuration and says whether it can be used. Imports {@code storage} and
 * {@code problem}.
 */
@NullMarked
package org.lecturehighlights.storage.boot;

import org.jspecify.annotations.NullMarked;

/**
 * The engine's books: one row for each stage of a work, changed in short transactions that are
 * serialised on the work's row. Imports {@code engine}'s vocabulary and {@code problem}.
 */
@NullMarked
package org.lecturehighlights.engine.ledger;

import org.jspecify.annotations.NullMarked;

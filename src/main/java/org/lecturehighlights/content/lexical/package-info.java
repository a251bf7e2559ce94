/**
 * What words alone tell: where the topic changes, which phrases matter, what a sentence announces.
 * English first; other languages lose stop words and cue phrases, not the segmentation. Imports
 * {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.content.lexical;

import org.jspecify.annotations.NullMarked;

/** The bytes of clips and lectures over HTTP, whole or in ranges, for the owner of their job. */
@NullMarked
package org.lecturehighlights.service.download;

import org.jspecify.annotations.NullMarked;

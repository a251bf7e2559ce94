/** Downloads of clips and lectures over HTTP, whole or in ranges, for the owner of the job. */
@NullMarked
package org.lecturehighlights.service.download;

import org.jspecify.annotations.NullMarked;

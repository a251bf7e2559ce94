@NullMarked
package org.lecturehighlights.job.rest;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.lecturehighlights.service.job.rest;

import org.jspecify.annotations.NullMarked;

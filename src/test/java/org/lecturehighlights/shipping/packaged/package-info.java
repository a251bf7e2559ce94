/**
 * The application as it ships, in processes of its own: the native executable where the build made
 * one, else the package for the JVM. Imports of other rooms what makes a lecture, a database, an
 * issuer and a store.
 */
@NullMarked
package org.lecturehighlights.shipping.packaged;

import org.jspecify.annotations.NullMarked;

package org.lecturehighlights.platform.storage.s3;

/**
 * The sizes of the parts in which large objects are sent and copied; S3 takes 10,000 parts of 5 MiB
 * to 5 GiB.
 *
 * @param sent bytes of a part that is sent from here, which is held in memory
 * @param copied bytes of a part that the server copies by itself
 */
record PartSizes(int sent, long copied) {
  /** Objects of up to 80 GB with 8 MiB of memory. */
  static final PartSizes USUAL = new PartSizes(8 << 20, 512L << 20);
}

package org.lecturehighlights.platform.storage.s3;

/**
 * In which pieces large objects travel; S3 takes 10,000 pieces of 5 MiB to 5 GiB.
 *
 * @param sent bytes of a piece from here, which is held in memory
 * @param copied bytes of a piece that the server copies by itself
 */
record PartSizes(int sent, long copied) {
  /** Objects of up to 80 GB in memory of 8 MiB. */
  static final PartSizes USUAL = new PartSizes(8 << 20, 512L << 20);
}

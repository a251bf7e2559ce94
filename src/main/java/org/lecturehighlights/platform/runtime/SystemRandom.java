package org.lecturehighlights.platform.runtime;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The one source of randomness of the process; whoever needs it gets it through the constructor.
 */
final class SystemRandom {
  @Produces
  @Singleton
  RandomGenerator random() {
    return new Random();
  }
}

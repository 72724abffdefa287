package io.yichuang.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a JUnit test the {@link Simulators} as a parameter: one fleet for the class, at a twentieth
 * of the real time, reset before each test. For other options register it by
 * {@code @RegisterExtension static}.
 */
public final class SimulatorsExtension
    implements ParameterResolver, BeforeEachCallback, AfterAllCallback {
  /** Tests run the same code at a twentieth of the time. */
  public static final double TEST_SPEED = 20;

  private final UnaryOperator<SimulatorOptions> change;
  private @Nullable Simulators simulators;
  private @Nullable Path folder;

  public SimulatorsExtension() {
    this(options -> options);
  }

  /**
   * @param change other options than speed 20 and a temporary run folder
   */
  public SimulatorsExtension(UnaryOperator<SimulatorOptions> change) {
    this.change = change;
  }

  /** The fleet of this class, started with its first use. */
  public Simulators simulators() {
    Simulators running = simulators;
    if (running == null) {
      try {
        Path fresh = Files.createTempDirectory("simulators");
        folder = fresh;
        running = Simulators.start(change.apply(SimulatorOptions.in(fresh).withSpeed(TEST_SPEED)));
        simulators = running;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Simulators.class;
  }

  @Override
  public Simulators resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return simulators();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    simulators().reset();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (simulators != null) {
      simulators.close();
      simulators = null;
    }
    Path used = folder;
    if (used != null) {
      try (Stream<Path> files = Files.walk(used)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}

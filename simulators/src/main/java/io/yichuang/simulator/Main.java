package io.yichuang.simulator;

import io.yichuang.simulator.bench.Bench;
import io.yichuang.simulator.replay.ReplayedDevice;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts the simulators and the bench, and runs until it is stopped. */
public final class Main {
  private static final String USAGE =
      "Usage: simulators [--bench-port 8090] [--run-folder run/simulators] [--speed 1] [--seed 1]"
          + " [--receipt-wire tcp|serial] [--terminal NC-0001:demo] [--replay FILE]";

  private Main() {}

  private static SimulatorOptions.Terminal terminal(String value) {
    int colon = value.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("a terminal is given as ID:KEY");
    }
    return new SimulatorOptions.Terminal(value.substring(0, colon), value.substring(colon + 1));
  }

  public static void main(String[] args) throws InterruptedException {
    // A process started by the launcher has no screen: pictures are drawn all the same.
    System.setProperty("java.awt.headless", "true");
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out),
            true,
            java.nio.charset.StandardCharsets.UTF_8);
    int port = 8090;
    SimulatorOptions options = SimulatorOptions.in(Path.of("run", "simulators"));
    Path replay = null;
    try {
      for (int i = 0; i < args.length; i += 2) {
        String value = i + 1 < args.length ? args[i + 1] : "";
        switch (args[i]) {
          case "--bench-port" -> port = Integer.parseInt(value);
          case "--run-folder" -> options = options.withRunFolder(Path.of(value));
          case "--speed" -> options = options.withSpeed(Double.parseDouble(value));
          case "--seed" -> options = options.withSeed(Long.parseLong(value));
          case "--receipt-wire" ->
              options =
                  options.withReceiptWire(
                      SimulatorOptions.ReceiptWire.valueOf(
                          value.toUpperCase(java.util.Locale.ROOT)));
          case "--replay" -> replay = Path.of(value);
          case "--terminal" -> options = options.withTerminal(terminal(value));
          default -> throw new IllegalArgumentException("unknown argument " + args[i]);
        }
      }
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.println(USAGE);
      System.exit(2);
    }
    if (replay != null) {
      replay(options, replay, out);
      return;
    }
    Simulators simulators = Simulators.start(options);
    Bench bench;
    try {
      bench = Bench.start(simulators, port);
    } catch (IllegalStateException e) {
      out.println(e.getMessage());
      simulators.close();
      System.exit(3);
      return;
    }
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("simulators-stop")
                .unstarted(() -> {
                  bench.close();
                  simulators.close();
                }));
    out.println("bench " + bench.url());
    new CountDownLatch(1).await();
  }

  /** One device out of a trace, and nothing else. */
  private static void replay(SimulatorOptions options, Path trace, PrintStream out)
      throws InterruptedException {
    try {
      ReplayedDevice device = new ReplayedDevice(options, trace);
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().name("replay-stop").unstarted(device::close));
      out.println("device " + device.address());
      new CountDownLatch(1).await();
    } catch (IOException | IllegalArgumentException e) {
      out.println(e.getMessage());
      System.exit(2);
    }
  }
}

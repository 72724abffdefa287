package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.Call;
import io.yichuang.device.Device;
import io.yichuang.kiosk.UnplugTable.Cell;
import io.yichuang.kiosk.UnplugTable.Phase;
import io.yichuang.kiosk.devices.DeviceBoard;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each device is unplugged in each phase of a lease's registration, over its real wire: the page
 * says so in the words of {@link UnplugTable} or goes on as if nothing were, there is always a way,
 * what went comes back by itself, and the lease is registered in the end.
 */
@Tag("long")
class UnplugMatrixIT extends BareTerminal {
  private static final Logger log = LoggerFactory.getLogger(UnplugMatrixIT.class);
  private static final String ITEM = "FW-ZL-01";
  private static final Call SOON = Call.within(Duration.ofSeconds(2));

  /**
   * One device a build, by a seed that is printed: {@code ./kiosk matrix} takes all, {@code
   * -Dyichuang.unplug=scanner} one.
   */
  static Stream<String> devices() {
    String which = System.getProperty("yichuang.unplug", "");
    if (which.equals("all")) {
      return UnplugTable.DEVICES.stream();
    }
    if (!which.isEmpty()) {
      return UnplugTable.DEVICES.stream().filter(which::equals);
    }
    long seed = Long.getLong("yichuang.seed", System.nanoTime());
    String one = UnplugTable.DEVICES.get(new Random(seed).nextInt(UnplugTable.DEVICES.size()));
    log.info("seed {}: {}", seed, one);
    return Stream.of(one);
  }

  @ParameterizedTest
  @MethodSource("devices")
  void a_lease_is_registered_whatever_is_unplugged_on_the_way(String device) throws Exception {
    anew();
    for (Phase phase : Phase.values()) {
      page.until(device + " is there", () -> board.canServe(device));
      Cell cell = UnplugTable.cell(device, phase);
      enter(phase);
      log.info("{} in {}: {}", device, phase, cell);
      try {
        pull(device, phase, cell);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "%s in %s on %s: %s".formatted(device, phase, page.id(), page.text()), e);
      }
    }
    page.until("the case", () -> simulators.platform().cases().size() == 1);
    page.tap("finish");
    page.screen("standby");
  }

  private void pull(String device, Phase phase, Cell cell) throws InterruptedException {
    String before = page.id();
    var ways = page.ways();
    simulators.device(device).unplug();
    try {
      page.until(device + " is gone", () -> !board.canServe(device));
      switch (cell) {
        case Cell.Same(String why) -> {
          assertThat(page.id()).matches(id -> id.equals(before) || UnplugTable.moves(phase));
          assertThat(page.text()).doesNotContain(words("session.broken.title"));
          if (!UnplugTable.moves(phase)) {
            assertThat(page.ways()).isEqualTo(ways);
          }
        }
        case Cell.Says(String key, Optional<String> gone, Optional<String> there) -> {
          page.says(words(key));
          gone.ifPresent(action -> page.until(action + " gone", () -> !page.offers(action)));
          there.ifPresent(action -> page.until(action, () -> page.offers(action)));
        }
        case Cell.Either(String one, String other) ->
            page.until(
                "said",
                () -> page.text().contains(words(one)) || page.text().contains(words(other)));
        case Cell.Offers(Optional<String> gone, Optional<String> there) -> {
          gone.ifPresent(action -> page.until(action + " gone", () -> !page.offers(action)));
          there.ifPresent(action -> page.until(action, () -> page.offers(action)));
        }
      }
      if (!UnplugTable.moves(phase)) {
        assertThat(page.ways()).as("ways on or out").isNotEmpty();
      }
    } finally {
      simulators.device(device).plug();
    }
    page.until(device + " is back by itself", () -> board.canServe(device));
    // So often no plug is pulled within minutes: the lane would leave the device alone for a while.
    forgive(device);
    switch (cell) {
      case Cell.Says(String key, Optional<String> gone, Optional<String> there) -> {
        gone.ifPresent(action -> page.until(action + " back", () -> page.offers(action)));
        if (UnplugTable.fades(phase)) {
          page.until("it is said no more", () -> !page.text().contains(words(key)));
        }
      }
      case Cell.Offers(Optional<String> gone, Optional<String> there) ->
          gone.ifPresent(action -> page.until(action + " back", () -> page.offers(action)));
      case Cell.Either either -> {
        // It came of what somebody did; the next phase asks for paper again.
      }
      case Cell.Same same -> {
        // Nothing was seen of it.
      }
    }
  }

  private void forgive(String device) {
    Optional<? extends Device> one =
        switch (device) {
          case DeviceBoard.ID_CARD_READER -> board.idCardReader();
          case DeviceBoard.FACE_CAMERA -> board.faceCamera();
          case DeviceBoard.SCANNER -> board.scanner();
          case DeviceBoard.DOCUMENT_CAMERA -> board.documentCamera();
          case DeviceBoard.RECEIPT_PRINTER -> board.receiptPrinter();
          case DeviceBoard.PAGE_PRINTER -> board.pagePrinter();
          default -> Optional.empty();
        };
    one.ifPresent(found -> log.debug("{}", found.reset(SOON)));
  }

  private void enter(Phase phase) throws Exception {
    switch (phase) {
      case STANDBY -> page.screen("standby");
      case HOME -> {
        page.tap("start");
        page.screen("home");
      }
      case GUIDE -> {
        page.tap("item-" + ITEM);
        page.screen("guide");
      }
      case BEFORE_CARD -> {
        page.tap("begin");
        page.screen("identity");
        page.until("the reader's tile", () -> page.offers("way-card"));
      }
      case READING -> simulators.idCardReader().lay(simulators.person(PERSON));
      case AFTER_CARD -> {
        page.until("read, or the reader is back", () -> board.canServe(DeviceBoard.ID_CARD_READER));
        simulators.idCardReader().take();
        simulators.idCardReader().lay(simulators.person(PERSON));
        page.says(words("identity.title.second"));
        page.until("the second ways", () -> page.offers("way-sms"));
      }
      case FACE -> {
        if (!page.offers("way-face")) {
          // The camera was away when the card was read: asked for anew.
          page.tap("way-sms");
          page.tap("other-way");
        }
        page.tap("way-face");
        page.tap("agree-face");
        page.says(words("identity.face.live"));
      }
      case SMS -> {
        page.tap("other-way");
        page.tap("way-sms");
        page.tap("send-code");
        page.until("the code", () -> !simulators.platform().messages().isEmpty());
        page.until("its field", () -> page.offers("check-code"));
      }
      case QUESTIONS -> {
        page.enter("sms-code", code());
        page.tap("check-code");
        page.question("role");
      }
      case MATERIALS -> {
        answerTheLease();
        page.screen("materials");
      }
      case CAMERA -> {
        page.tap("photograph-lease");
        page.screen("camera");
      }
      case FEEDER -> {
        page.tap("to-basket");
        page.tap("feed-lease");
        page.screen("feeder");
      }
      case SCANNING -> {
        simulators.scanner().load(simulators.papers().pdf("lease"), "lease");
        page.tap("scan");
      }
      case REVIEW -> {
        if (page.id().equals("feeder")) {
          page.until("the key scan", () -> page.offers("scan") || page.id().equals("review"));
        }
        if (page.id().equals("feeder")) {
          simulators.scanner().emptyFeeder();
          simulators.scanner().load(simulators.papers().pdf("lease"), "lease");
          page.tap("scan");
        }
        page.screen("review");
      }
      case CONFIRM -> {
        keepThePages();
        page.tap("checked");
        page.sign();
      }
      case SUBMITTING -> page.tap("submit");
      case PRINTING -> {
        if (page.id().equals("no-paper")) {
          page.tap("print-again");
          page.tap("choose");
        }
        page.until("the paper's row", () -> page.id().equals("done"));
      }
      case DONE -> {
        if (page.id().equals("no-paper")) {
          page.tap("print-again");
          page.tap("choose");
        }
        page.until("the paper", () -> page.paper("out") || page.paper("look"));
      }
    }
  }
}

package io.yichuang.kiosk;

import io.yichuang.kiosk.devices.DeviceBoard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a citizen sees when a device is unplugged: every device in every phase, or why nothing. */
final class UnplugTable {
  static final List<String> DEVICES =
      List.of(
          DeviceBoard.ID_CARD_READER,
          DeviceBoard.FACE_CAMERA,
          DeviceBoard.SCANNER,
          DeviceBoard.DOCUMENT_CAMERA,
          DeviceBoard.RECEIPT_PRINTER,
          DeviceBoard.PAGE_PRINTER);

  /** A lease's registration, in order. */
  enum Phase {
    STANDBY,
    HOME,
    GUIDE,
    BEFORE_CARD,
    READING,
    AFTER_CARD,
    FACE,
    SMS,
    QUESTIONS,
    MATERIALS,
    CAMERA,
    FEEDER,
    SCANNING,
    REVIEW,
    CONFIRM,
    SUBMITTING,
    PRINTING,
    DONE
  }

  /** What one of them means in one of them. */
  sealed interface Cell {
    /**
     * The page says so.
     *
     * @param words key of the words
     * @param gone what is offered no more, and again when the device is back
     * @param there what is offered instead
     */
    record Says(String words, Optional<String> gone, Optional<String> there) implements Cell {}

    /** One or the other is said: how far the device had come decides. */
    record Either(String words, String otherwise) implements Cell {}

    /** The page offers something else, without a word: nobody had asked for the device yet. */
    record Offers(Optional<String> gone, Optional<String> there) implements Cell {}

    /** Nothing changes. */
    record Same(String why) implements Cell {}
  }

  private static final String NO_PRINTER = "ui.printer.red";

  /** The lintel says it all the time; looked for where a citizen cares. */
  private static final Set<Phase> PRINTER_LAMP = Set.of(Phase.HOME, Phase.QUESTIONS, Phase.CONFIRM);

  /** Where the words belong to a state of the device, not to something that somebody did. */
  private static final Set<Phase> FADES =
      Set.of(Phase.HOME, Phase.BEFORE_CARD, Phase.QUESTIONS, Phase.CONFIRM);

  private static final Map<String, Map<Phase, Cell>> MATTERS =
      Map.of(
          DeviceBoard.ID_CARD_READER,
          Map.of(
              Phase.BEFORE_CARD,
              says("identity.card.broken", "way-card", "way-sms"),
              // The card may have been read before the plug was out.
              Phase.READING,
              new Cell.Either("identity.title.second", "identity.card.broken")),
          DeviceBoard.FACE_CAMERA,
          Map.of(
              Phase.AFTER_CARD, offers("way-face", "way-sms"),
              Phase.FACE, says("identity.face.camera", "", "other-way")),
          DeviceBoard.SCANNER,
          Map.of(
              Phase.MATERIALS,
              offers("feed-lease", "photograph-lease"),
              Phase.SCANNING,
              new Cell.Either("material.feeder.lost", "material.feeder.trouble")),
          DeviceBoard.DOCUMENT_CAMERA,
          Map.of(
              Phase.MATERIALS, offers("photograph-lease", "feed-lease"),
              Phase.CAMERA, says("material.camera.none", "", "to-basket")),
          DeviceBoard.RECEIPT_PRINTER,
          Map.of(
              Phase.SUBMITTING,
              says("submission.no-paper.title", "", "choose"),
              Phase.PRINTING,
              new Cell.Either("submission.paper.look", "submission.paper.trouble")),
          DeviceBoard.PAGE_PRINTER,
          Map.of());

  /** These pages go on by themselves. */
  private static final Set<Phase> MOVING =
      Set.of(Phase.READING, Phase.SCANNING, Phase.SUBMITTING, Phase.PRINTING);

  private UnplugTable() {}

  static Cell cell(String device, Phase phase) {
    Cell cell = MATTERS.getOrDefault(device, Map.of()).get(phase);
    if (cell != null) {
      return cell;
    }
    boolean printer =
        device.equals(DeviceBoard.RECEIPT_PRINTER) || device.equals(DeviceBoard.PAGE_PRINTER);
    return printer && PRINTER_LAMP.contains(phase)
        ? says(NO_PRINTER, "", "")
        : new Cell.Same(why(device));
  }

  /** Whether the words go by themselves when the device is back. */
  static boolean fades(Phase phase) {
    return FADES.contains(phase);
  }

  static boolean moves(Phase phase) {
    return MOVING.contains(phase);
  }

  private static String why(String device) {
    return switch (device) {
      case DeviceBoard.ID_CARD_READER -> "the reader is asked on the page that waits for a card";
      case DeviceBoard.FACE_CAMERA -> "the face is looked at on its own page only, after consent";
      case DeviceBoard.SCANNER -> "sheets are fed from the basket only";
      case DeviceBoard.DOCUMENT_CAMERA -> "sheets are photographed from the basket only";
      case DeviceBoard.RECEIPT_PRINTER -> "the receipt comes last; until then the lintel says it";
      case DeviceBoard.PAGE_PRINTER -> "a lease needs no A4 paper; the lintel says it";
      default -> throw new IllegalArgumentException(device);
    };
  }

  private static Cell says(String words, String gone, String there) {
    return new Cell.Says(words, some(gone), some(there));
  }

  private static Cell offers(String gone, String there) {
    return new Cell.Offers(some(gone), some(there));
  }

  private static Optional<String> some(String action) {
    return action.isEmpty() ? Optional.empty() : Optional.of(action);
  }
}

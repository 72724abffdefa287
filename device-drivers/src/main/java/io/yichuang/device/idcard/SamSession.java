package io.yichuang.device.idcard;

import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.IdCard;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.SelfTest;
import io.yichuang.device.lane.Health;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the module knows about its card since the line was opened. A card that was read answers no
 * find any more until it has left the field, so its presence is asked by reading the appended
 * address: 90 and 91 mean there, anything else twice means gone. The same card may lie there when
 * the line is opened, so a find that fails tells nothing until then.
 */
final class SamSession implements AutoCloseable {
  /** A card at the edge of the field misses one answer now and then. */
  private static final int MISSES_UNTIL_GONE = 2;

  /** After a failed read a card that still answers find is tried again so often. */
  private static final int ATTEMPTS = 3;

  private final SamLine line;
  private final boolean mayAskPresence;

  /** False by the address, or while the module says that it cannot be asked. */
  private boolean asksPresence;

  private Card card = Card.UNKNOWN;
  private int misses;
  private Health health = Health.online(MediaState.UNKNOWN);

  private enum Card {
    /** One that answers no find may lie there. */
    UNKNOWN,
    /** One that answers no find lies there; it was not this connection that read it well. */
    LEFT,
    NONE,
    /** It answered find; select comes next. */
    FOUND,
    /** It was read to the end and may lie there still. */
    READ
  }

  SamSession(SamLine line, boolean mayAskPresence) {
    this.line = line;
    this.mayAskPresence = mayAskPresence;
    this.asksPresence = mayAskPresence;
  }

  boolean cardReady() {
    return card == Card.FOUND;
  }

  boolean cardLeft() {
    return card == Card.LEFT || (card == Card.READ && asksPresence);
  }

  /** Whether a card that was read may lie there. */
  boolean cardMayBeLeft() {
    return card == Card.READ || card == Card.LEFT || card == Card.UNKNOWN;
  }

  /** True when presence after a read cannot be known. */
  boolean blind() {
    return !asksPresence;
  }

  boolean broken() {
    return health.state() == DeviceState.HARDWARE_ERROR;
  }

  Health health() {
    return health;
  }

  /** Asks once where the card is. */
  Health look() throws DeviceException {
    health = card == Card.READ && asksPresence ? lookForReadCard() : find();
    return health;
  }

  private Health lookForReadCard() throws DeviceException {
    SamFrame answer = line.ask(SamCommand.READ_NEW_ADDRESS);
    if (answer.status() == SamFrame.DONE || answer.status() == SamFrame.EMPTY) {
      // Not READ: finds go on, so that a module that says so of nothing still reads the next card.
      card = card == Card.UNKNOWN ? Card.LEFT : card;
      misses = 0;
      return Health.online(MediaState.PRESENT);
    }
    Health trouble = trouble(answer);
    if (trouble != null) {
      return trouble;
    }
    if (card == Card.UNKNOWN && answer.status() == SamFrame.BAD_COMMAND) {
      asksPresence = false; // until a read shows that it can be asked
      return Health.online(MediaState.UNKNOWN);
    }
    if (++misses < MISSES_UNTIL_GONE) {
      return Health.online(card == Card.UNKNOWN ? MediaState.UNKNOWN : MediaState.PRESENT);
    }
    card = Card.NONE;
    misses = 0;
    return Health.online(MediaState.NOT_PRESENT);
  }

  private Health find() throws DeviceException {
    SamFrame answer = line.ask(SamCommand.FIND);
    if (answer.status() == SamFrame.FOUND) {
      return found();
    }
    Health trouble = trouble(answer);
    if (trouble != null) {
      return trouble;
    }
    if (cardMayBeLeft()) {
      return asksPresence ? lookForReadCard() : Health.online(MediaState.UNKNOWN);
    }
    if (card == Card.FOUND && ++misses < MISSES_UNTIL_GONE) {
      return Health.online(MediaState.PRESENT);
    }
    card = Card.NONE;
    return Health.online(MediaState.NOT_PRESENT);
  }

  /** A card answers: if one was read before this, it has left the field, which nobody could see. */
  private Health found() {
    misses = 0;
    if (card == Card.READ) {
      card = Card.NONE;
      return Health.online(MediaState.NOT_PRESENT);
    }
    card = Card.FOUND;
    return Health.online(MediaState.PRESENT);
  }

  /** What a status says about the module rather than about the card. */
  private static @Nullable Health trouble(SamFrame answer) {
    return switch (answer.status()) {
      case SamFrame.SELF_TEST_FAILED, SamFrame.NOT_AUTHORISED ->
          Health.broken(DeviceState.HARDWARE_ERROR, moduleFault(answer));
      case SamFrame.UNRECOGNISED ->
          new Health(
              DeviceState.DEVICE_BUSY,
              MediaState.UNKNOWN,
              Map.of(),
              new DeviceFault(FaultCode.BUSY, "the module answers 24 only"));
      default -> null;
    };
  }

  private static DeviceFault moduleFault(SamFrame answer) {
    return new DeviceFault(FaultCode.HARDWARE, "the security module answers " + answer.statusHex());
  }

  /** Reads the card that was found. */
  Outcome<IdCard> read() throws DeviceException {
    Outcome<IdCard> outcome = new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      SamFrame selected = line.ask(SamCommand.SELECT);
      outcome = selected.status() == SamFrame.DONE ? readSelected() : refused(selected);
      if (!outcome.equals(new Outcome.Refused<IdCard>(Refusal.UNREADABLE_MEDIUM))
          || line.ask(SamCommand.FIND).status() != SamFrame.FOUND) {
        break; // read, or of another kind, or pulled: only a card that still answers is worth it
      }
    }
    card = outcome instanceof Outcome.Done ? Card.READ : Card.UNKNOWN;
    misses = 0;
    health = Health.online(cardLeft() ? MediaState.PRESENT : MediaState.UNKNOWN);
    return outcome;
  }

  private Outcome<IdCard> readSelected() throws DeviceException {
    SamFrame text = line.ask(SamCommand.READ_TEXT_AND_PHOTO);
    if (text.status() != SamFrame.DONE) {
      return refused(text);
    }
    SamFrame newer = line.ask(SamCommand.READ_NEW_ADDRESS);
    asksPresence = mayAskPresence && newer.status() != SamFrame.BAD_COMMAND;
    try {
      IdCard card = CardText.read(text.data());
      if (newer.status() == SamFrame.DONE) {
        return new Outcome.Done<>(CardText.withAddress(card, newer.data()));
      }
      // A module without this command says 21. Any other refusal leaves open whether the printed
      // address still holds: the card was pulled too early.
      return newer.status() == SamFrame.EMPTY || newer.status() == SamFrame.BAD_COMMAND
          ? new Outcome.Done<>(card)
          : refused(newer);
    } catch (CardText.BrokenCard e) {
      return new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM);
    }
  }

  private static Outcome<IdCard> refused(SamFrame answer) {
    Health trouble = trouble(answer);
    if (trouble != null && trouble.fault() != null) {
      return new Outcome.Failed<>(trouble.fault());
    }
    if (answer.status() == SamFrame.WRONG_CARD || answer.rejected()) {
      return new Outcome.Refused<>(Refusal.INVALID_MEDIUM);
    }
    if (answer.asksToResend()) {
      return new Outcome.Failed<>(
          new DeviceFault(FaultCode.PROTOCOL, "the module answers " + answer.statusHex()));
    }
    return new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM);
  }

  /** Restarts the module. */
  @Nullable DeviceFault restart() throws DeviceException {
    card = Card.UNKNOWN;
    SamFrame answer = line.ask(SamCommand.RESET);
    return answer.status() == SamFrame.DONE ? null : moduleFault(answer);
  }

  /** Restart, own test, identity: what the module can prove without a card. */
  SelfTest.Verdict prove() throws DeviceException {
    int reset = line.ask(SamCommand.RESET).status();
    int status = line.ask(SamCommand.STATUS).status();
    SamFrame id = line.ask(SamCommand.SAM_ID);
    card = Card.UNKNOWN;
    boolean passed =
        reset == SamFrame.DONE && status == SamFrame.DONE && id.status() == SamFrame.DONE;
    HexFormat hex = HexFormat.of();
    return new SelfTest.Verdict(
        passed,
        "expected 90 for reset, status and id; came "
            + hex.toHexDigits((byte) reset)
            + ", "
            + hex.toHexDigits((byte) status)
            + ", "
            + id.statusHex()
            + (passed ? "; module " + SamId.printed(id.data()) : ""));
  }

  @Override
  public void close() {
    line.close();
  }
}

package io.yichuang.device.permit;

import io.yichuang.device.ChipDocument;
import io.yichuang.device.ChipKey;
import io.yichuang.device.ChipReader.Chip;
import io.yichuang.device.DeviceException;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.TravelDocument;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.permit.PcscReader.CardLost;
import io.yichuang.device.trace.FlightRecorder;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One card on the reader, from its first answer to its last file. */
final class ChipSession {
  private static final Logger log = LoggerFactory.getLogger(ChipSession.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Bytes of a file in one answer: sealed, they fill one of 256. */
  private static final int PIECE = 223;

  /** Enough to see how long a file is. */
  private static final int HEADER = 8;

  /** Where the plain form of reading ends; larger files are left alone. */
  private static final int MOST_FILE = 0x7FFF;

  private final PcscReader reader;
  private final Turn turn;
  private final FlightRecorder recorder;
  private @Nullable SecureChannel channel;

  ChipSession(PcscReader reader, Turn turn, FlightRecorder recorder) {
    this.reader = reader;
    this.turn = turn;
    this.recorder = recorder;
  }

  /** Null when a powered card is there. */
  @Nullable Refusal await(ChipTimings timings) throws DeviceException, TurnOver, CardLost {
    while (true) {
      Pcsc.Reader now = reader.look();
      turn.report(PcscReader.health(now));
      if ((now.state() & Pcsc.STATE_MUTE) != 0) {
        return Refusal.UNREADABLE_MEDIUM; // turned over, or no chip card
      }
      if ((now.state() & Pcsc.STATE_PRESENT) != 0 && reader.power()) {
        return null;
      }
      if (!turn.pausedInTime(timings.poll())) {
        return Refusal.NO_MEDIUM;
      }
    }
  }

  Chip identify() throws DeviceException, TurnOver, CardLost {
    String atr = HexFormat.of().formatHex(reader.look().atr());
    return new Chip(atr, ask(Apdu.selectApplication()).ok());
  }

  Outcome<ChipDocument> read(ChipKey key, LocalDate today)
      throws DeviceException, TurnOver, CardLost {
    if (!ask(Apdu.selectApplication()).ok()) {
      return new Outcome.Refused<>(Refusal.INVALID_MEDIUM);
    }
    if (!open(key)) {
      return new Outcome.Refused<>(Refusal.INVALID_MEDIUM);
    }
    byte[] com = file(ChipFiles.COM);
    byte[] dg1 = file(ChipFiles.DG1);
    if (!(Mrz.read(List.of(ChipFiles.zone(dg1)), today) instanceof Mrz.Read(TravelDocument zone))) {
      throw new CardLost("the chip's zone is none");
    }
    byte[] portrait = ChipFiles.hasPortrait(com) ? ChipFiles.portrait(file(ChipFiles.DG2)) : null;
    Arrays.fill(dg1, (byte) 0);
    return new Outcome.Done<>(new ChipDocument(zone, portrait));
  }

  /** Basic Access Control; false if the chip does not know this zone. */
  private boolean open(ChipKey key) throws DeviceException, TurnOver, CardLost {
    Apdu.Answer theirs = ask(Apdu.challenge());
    if (!theirs.ok() || theirs.data().length != Bac.CHALLENGE) {
      throw new CardLost("no challenge: " + theirs);
    }
    var bac = new Bac(key, random(Bac.CHALLENGE), random(ChipCrypto.KEY), theirs.data());
    Apdu.Answer proven = ask(Apdu.authenticate(bac.proof()));
    if (!proven.ok()) {
      log.info("a chip does not open with this zone: {}", proven);
      return false;
    }
    channel = bac.channel(proven.data());
    if (channel == null) {
      throw new CardLost("a chip that cannot prove that it knows its own zone");
    }
    return true;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private byte[] file(int id) throws DeviceException, TurnOver, CardLost {
    must(ask(Apdu.selectFile(id)));
    byte[] head = must(ask(Apdu.read(0, HEADER)));
    Tlv whole = Tlv.header(head, 0);
    if (whole == null || whole.end() > MOST_FILE) {
      throw new CardLost("file " + Integer.toHexString(id) + " has no usable length");
    }
    ByteBuffer file = ByteBuffer.allocate(whole.end());
    file.put(head, 0, Math.min(head.length, whole.end()));
    while (file.hasRemaining()) {
      int wanted = Math.min(PIECE, file.remaining());
      byte[] piece = must(ask(Apdu.read(file.position(), wanted)));
      if (piece.length == 0) {
        throw new CardLost("file " + Integer.toHexString(id) + " ends early");
      }
      file.put(piece, 0, Math.min(piece.length, file.remaining()));
    }
    return file.array();
  }

  private static byte[] must(Apdu.Answer answer) throws CardLost {
    if (!answer.ok()) {
      throw new CardLost("the chip says " + answer);
    }
    return answer.data();
  }

  /** What goes over the wire is noted by its kind and length; the bytes are a person's. */
  private Apdu.Answer ask(Apdu question) throws DeviceException, TurnOver, CardLost {
    turn.check();
    byte[] sent = channel == null ? question.plain() : channel.wrap(question);
    recorder.say(true, sent.length, question.toString());
    byte[] came = reader.ask(sent);
    Apdu.Answer outer = Apdu.Answer.of(came);
    recorder.say(false, came.length, outer == null ? "no status" : outer.toString());
    if (outer == null) {
      throw new CardLost("an answer without a status");
    }
    if (channel == null) {
      return outer;
    }
    Apdu.Answer inner = outer.ok() || came.length > 2 ? channel.unwrap(came) : null;
    if (inner == null) { // the chip has closed the channel, or somebody is in between
      throw new CardLost("an answer whose seal does not fit: " + outer);
    }
    return inner;
  }

  void end() {
    SecureChannel old = channel;
    channel = null;
    if (old != null) {
      old.wipe();
    }
    reader.unpower();
  }
}

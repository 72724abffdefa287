package io.yichuang.vision.face;

/**
 * Whether a person does what was asked: first straight ahead with open eyes, then the act, then
 * straight ahead again, within a number of frames. Pure; one thread.
 */
final class Response {

  /** Degrees: straight ahead. A photo that is waved about stays on this side of the next. */
  private static final double STRAIGHT = 9;

  /** Degrees: turned. Beyond 25 the face is not told from another any more. */
  private static final double TURNED = 14;

  /** How sure the model is of open and of closed eyes. */
  private static final double OPEN = 0.9;

  private static final double CLOSED = 0.1;

  /** A single frame may be a mistake of the landmarks. */
  private static final int FRAMES_OF_A_TURN = 2;

  /** At 8 frames a second 12 s: somebody old needs five of them to hear and to turn. */
  static final int MOST_FRAMES = 96;

  private enum Stage {
    BEFORE,
    ACT,
    BACK,
    DONE
  }

  private final Challenge challenge;
  private Stage stage = Stage.BEFORE;
  private int frames;
  private int turned;

  Response(Challenge challenge) {
    this.challenge = challenge;
  }

  /**
   * One more frame.
   *
   * @param yaw degrees, positive to the right of the picture
   * @param open how sure it is that the eyes are open, 0 to 1
   * @param same whether it still is the person that was compared
   */
  void see(double yaw, double open, boolean same) {
    frames++;
    if (!same) {
      // Somebody else, or nobody: what was done before does not count for them.
      stage = stage == Stage.DONE ? Stage.DONE : Stage.BEFORE;
      turned = 0;
      return;
    }
    switch (stage) {
      case BEFORE -> stage = rest(yaw, open) ? Stage.ACT : Stage.BEFORE;
      case ACT -> {
        turned = acts(yaw, open) ? turned + 1 : 0;
        if (turned >= (challenge == Challenge.BLINK ? 1 : FRAMES_OF_A_TURN)) {
          stage = Stage.BACK;
        }
      }
      case BACK -> stage = rest(yaw, open) ? Stage.DONE : Stage.BACK;
      case DONE -> {
        // Nothing more is wanted.
      }
    }
  }

  private boolean rest(double yaw, double open) {
    return Math.abs(yaw) < STRAIGHT && (challenge != Challenge.BLINK || open > OPEN);
  }

  private boolean acts(double yaw, double open) {
    return switch (challenge) {
      case TURN_LEFT -> yaw > TURNED;
      case TURN_RIGHT -> yaw < -TURNED;
      case BLINK -> open < CLOSED && Math.abs(yaw) < TURNED;
    };
  }

  boolean done() {
    return stage == Stage.DONE;
  }

  /** It took too long: not sure, never a no. */
  boolean late() {
    return !done() && frames >= MOST_FRAMES;
  }
}

package io.yichuang.device.locker;

/**
 * Five bytes each way: head, board, lock, value, XOR of the four. 8A fires a lock, 80 asks for its
 * feedback; the answers have the same head. Boards push 81 when a door moves (some 80).
 *
 * @param value 11 to fire, 33 to ask; in answers 00 or 11, of which one means open
 */
record BoardFrame(int head, int board, int lock, int value) {
  static final int FIRE = 0x8A;
  static final int ASK = 0x80;
  static final int PUSHED = 0x81;
  static final int LENGTH = 5;

  private static final int DO_FIRE = 0x11;
  private static final int DO_ASK = 0x33;

  static BoardFrame fire(int board, int lock) {
    return new BoardFrame(FIRE, board, lock, DO_FIRE);
  }

  static BoardFrame ask(int board, int lock) {
    return new BoardFrame(ASK, board, lock, DO_ASK);
  }

  byte[] bytes() {
    return new byte[] {
      (byte) head, (byte) board, (byte) lock, (byte) value, (byte) (head ^ board ^ lock ^ value)
    };
  }

  /** Whether this can be the answer to that. */
  boolean answers(BoardFrame question) {
    return head == question.head && board == question.board && lock == question.lock;
  }
}

package io.yichuang.device.permit;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cryptography of Basic Access Control: two-key triple DES and ISO 9797-1's MAC algorithm 3, as
 * ICAO 9303 part 11 (4.3, 9.7) prescribes them for every chip that is out there. Pure.
 */
final class ChipCrypto {
  static final int BLOCK = 8;
  static final int KEY = 16;

  private ChipCrypto() {}

  /** The keys of a channel. */
  @SuppressWarnings("ArrayRecordComponent") // wiped, never compared
  record Keys(byte[] encryption, byte[] mac) {
    static Keys of(byte[] seed) {
      return new Keys(derive(seed, 1), derive(seed, 2));
    }

    void wipe() {
      Arrays.fill(encryption, (byte) 0);
      Arrays.fill(mac, (byte) 0);
    }

    @Override
    public String toString() {
      return "Keys[hidden]";
    }
  }

  private static byte[] derive(byte[] seed, int purpose) {
    byte[] hash = sha1(ByteBuffer.allocate(seed.length + 4).put(seed).putInt(purpose).array());
    byte[] key = Arrays.copyOf(hash, KEY);
    for (int i = 0; i < KEY; i++) { // DES keeps odd parity in the last bit of each byte
      int seven = key[i] & 0xFE;
      key[i] = (byte) (seven | ((Integer.bitCount(seven) + 1) & 1));
    }
    return key;
  }

  static byte[] sha1(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(data);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Whole blocks, triple DES in CBC mode from zero. */
  static byte[] crypt(int mode, byte[] key, byte[] blocks) {
    try {
      Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding");
      byte[] three = Arrays.copyOf(key, 24); // the first part again
      System.arraycopy(key, 0, three, KEY, BLOCK);
      cipher.init(mode, new SecretKeySpec(three, "DESede"), new IvParameterSpec(new byte[BLOCK]));
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** DES over all blocks with the first half of the key, the last one with both. */
  static byte[] mac(byte[] key, byte[] data) {
    try {
      Cipher first = des(Cipher.ENCRYPT_MODE, key, 0);
      byte[] sum = new byte[BLOCK];
      byte[] padded = pad(data);
      for (int at = 0; at < padded.length; at += BLOCK) {
        for (int i = 0; i < BLOCK; i++) {
          sum[i] ^= padded[at + i];
        }
        sum = first.doFinal(sum);
      }
      return first.doFinal(des(Cipher.DECRYPT_MODE, key, BLOCK).doFinal(sum));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static Cipher des(int mode, byte[] key, int from) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, from, BLOCK, "DES"));
    return cipher;
  }

  /** 80 and zeros to the end of the block. */
  static byte[] pad(byte[] data) {
    byte[] padded = Arrays.copyOf(data, (data.length / BLOCK + 1) * BLOCK);
    padded[data.length] = (byte) 0x80;
    return padded;
  }

  /** Without its padding; null if there is none. */
  static byte @org.jspecify.annotations.Nullable [] unpad(byte[] padded) {
    int end = padded.length - 1;
    while (end >= 0 && padded[end] == 0) {
      end--;
    }
    return end >= 0 && padded[end] == (byte) 0x80 ? Arrays.copyOf(padded, end) : null;
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("this Java lacks what every passport uses", e);
  }
}

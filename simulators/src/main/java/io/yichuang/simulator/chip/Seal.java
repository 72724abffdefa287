package io.yichuang.simulator.chip;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.DESKeySpec;
import javax.crypto.spec.DESedeKeySpec;
import javax.crypto.spec.IvParameterSpec;

/** The chip's side of the keys: one pair, made from a seed (ICAO 9303 part 11, 9.7 and 9.8). */
final class Seal {
  private final SecretKey cipher;
  private final byte[] left;
  private final byte[] right;

  Seal(byte[] seed) throws GeneralSecurityException {
    byte[] enc = kdf(seed, (byte) 1);
    byte[] mac = kdf(seed, (byte) 2);
    byte[] triple = Arrays.copyOf(enc, 24);
    System.arraycopy(enc, 0, triple, 16, 8);
    // DESedeKeySpec and DESKeySpec do not look at parity, nor does DES.
    cipher = SecretKeyFactory.getInstance("DESede").generateSecret(new DESedeKeySpec(triple));
    left = Arrays.copyOf(mac, 8);
    right = Arrays.copyOfRange(mac, 8, 16);
  }

  private static byte[] kdf(byte[] seed, byte counter) throws GeneralSecurityException {
    MessageDigest sha = MessageDigest.getInstance("SHA-1");
    sha.update(seed, 0, 16);
    sha.update(new byte[] {0, 0, 0, counter});
    return Arrays.copyOf(sha.digest(), 16);
  }

  byte[] hide(byte[] plain) throws GeneralSecurityException {
    return cbc(Cipher.ENCRYPT_MODE, plain);
  }

  byte[] show(byte[] hidden) throws GeneralSecurityException {
    return cbc(Cipher.DECRYPT_MODE, hidden);
  }

  private byte[] cbc(int mode, byte[] data) throws GeneralSecurityException {
    Cipher des = Cipher.getInstance("DESede/CBC/NoPadding");
    des.init(mode, cipher, new IvParameterSpec(new byte[8]));
    return des.doFinal(data);
  }

  /** Retail MAC: CBC under the left half, its last block opened under the right, closed again. */
  byte[] mac(byte[] data) throws GeneralSecurityException {
    byte[] padded = padded(data);
    Cipher chain = Cipher.getInstance("DES/CBC/NoPadding");
    chain.init(Cipher.ENCRYPT_MODE, des(left), new IvParameterSpec(new byte[8]));
    byte[] all = chain.doFinal(padded);
    byte[] last = Arrays.copyOfRange(all, all.length - 8, all.length);
    return single(Cipher.ENCRYPT_MODE, left, single(Cipher.DECRYPT_MODE, right, last));
  }

  private static byte[] single(int mode, byte[] key, byte[] block) throws GeneralSecurityException {
    Cipher des = Cipher.getInstance("DES/ECB/NoPadding");
    des.init(mode, des(key));
    return des.doFinal(block);
  }

  private static SecretKey des(byte[] key) throws GeneralSecurityException {
    return SecretKeyFactory.getInstance("DES").generateSecret(new DESKeySpec(key));
  }

  static byte[] padded(byte[] data) {
    byte[] out = Arrays.copyOf(data, data.length + 8 - data.length % 8);
    out[data.length] = (byte) 0x80;
    return out;
  }

  static byte[] unpadded(byte[] data) {
    int end = data.length;
    while (end > 0 && data[--end] == 0) {
      // zeros behind the mark
    }
    return Arrays.copyOf(data, end);
  }

  /** Eight bytes, the highest first. */
  static byte[] counted(BigInteger counter) {
    byte[] bytes = counter.toByteArray();
    byte[] out = new byte[8];
    int length = Math.min(8, bytes.length);
    System.arraycopy(bytes, bytes.length - length, out, 8 - length, length);
    return out;
  }
}

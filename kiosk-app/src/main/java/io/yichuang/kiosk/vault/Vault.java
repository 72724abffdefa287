package io.yichuang.kiosk.vault;

import io.yichuang.kiosk.DurableFile;
import io.yichuang.kiosk.KioskProperties;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals what is personal before it touches the disk: AES-256-GCM, a fresh nonce of 12 bytes before
 * each text. The name of the place (such as the submission's number) is bound in, so that a sealed
 * text cannot be moved to another row.
 */
@Component
public class Vault {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final Set<PosixFilePermission> OWN =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  /** Reads the key, or makes one where there is none. */
  public Vault(KioskProperties properties) throws IOException {
    Path file = properties.keyFile().toAbsolutePath().normalize();
    Path data = properties.data().toAbsolutePath().normalize();
    if (real(file).startsWith(real(data))) {
      throw new IOException(
          "kiosk.key-file: the key must lie outside the data folder "
              + data
              + ", not at "
              + file
              + "; name another place, outside of every copy of the data");
    }
    this.key = new SecretKeySpec(readOrMake(file), "AES");
  }

  /** Where a path leads once links are followed, as far as it exists already. */
  private static Path real(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    if (Files.isSymbolicLink(path)) {
      throw new IOException(
          "kiosk.key-file or kiosk.data: " + path + " is a link to nothing; remove it, or mend it");
    }
    Path parent = path.getParent();
    return parent == null ? path : real(parent).resolve(path.getFileName());
  }

  /**
   * Seals.
   *
   * @param place where it will stand; it opens nowhere else
   */
  public byte[] seal(String place, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
      byte[] sealed = cipher.doFinal(plain);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot seal", e);
    }
  }

  /**
   * Opens what was sealed.
   *
   * @throws IllegalStateException if the key is another one, a byte was changed or the end is
   *     missing
   */
  public byte[] open(String place, byte[] sealed) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new IllegalStateException(
          "cut off: "
              + place
              + " holds "
              + sealed.length
              + " bytes, nonce and tag alone are "
              + (NONCE_BYTES + TAG_BITS / 8));
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, place);
      return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException("sealed with another key, or changed: " + place, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot open", e);
    }
  }

  /**
   * A name that is the same each time and tells nothing to who has not the key: to find what
   * belongs to a person whose number must not stand in the open. HMAC-SHA-256 with a key of its
   * own, made of this one; 64 hex digits.
   */
  public String blind(String name) {
    byte[] own = mac(key.getEncoded(), "blind");
    return HexFormat.of().formatHex(mac(own, name));
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private byte[] readOrMake(Path file) throws IOException {
    if (Files.exists(file)) {
      byte[] key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES) {
        throw new IOException(
            "kiosk.key-file: "
                + file
                + " must hold 32 bytes, it holds "
                + key.length
                + "; bring the right key back, or move this file away and a new key is made"
                + " (what the old one sealed stays closed)");
      }
      onlyOurs(file);
      return key;
    }
    return make(file);
  }

  /** A key that others can read is no secret any more; one that they can write is not ours. */
  private static void onlyOurs(Path file) throws IOException {
    var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    others.removeAll(OWN);
    if (!others.isEmpty()) {
      throw new IOException(
          "kiosk.key-file: others than the owner may use "
              + file
              + " ("
              + others
              + "); do: chmod 600 "
              + file);
    }
  }

  private byte[] make(Path file) throws IOException {
    byte[] fresh = new byte[KEY_BYTES];
    random.nextBytes(fresh);
    Files.createDirectories(file.toAbsolutePath().getParent());
    DurableFile.create(
        file,
        fresh,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return fresh;
  }
}

package io.yichuang.kiosk.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.yichuang.kiosk.KioskProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class VaultTest {
  private static final String PLACE = "NC-0107-00000042-39";
  private static final byte[] PLAIN = "王小英的答案".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private Vault vault(Path key) throws IOException {
    var values =
        Map.of("kiosk.data", folder.resolve("data").toString(), "kiosk.key-file", key.toString());
    return new Vault(
        new Binder(new MapConfigurationPropertySource(values))
            .bindOrCreate("kiosk", KioskProperties.class));
  }

  private Path key() {
    return folder.resolve("keys/kiosk.key");
  }

  @Test
  void what_was_sealed_opens_again_also_after_a_restart() throws IOException {
    byte[] sealed = vault(key()).seal(PLACE, PLAIN);
    assertThat(vault(key()).open(PLACE, sealed)).isEqualTo(PLAIN);
  }

  @Test
  void nothing_is_a_text_too() throws IOException {
    Vault vault = vault(key());
    assertThat(vault.open(PLACE, vault.seal(PLACE, new byte[0]))).isEmpty();
  }

  @Test
  void the_same_text_is_never_sealed_alike_and_never_readable() throws IOException {
    Vault vault = vault(key());
    byte[] sealed = vault.seal(PLACE, PLAIN);
    assertThat(sealed).isNotEqualTo(vault.seal(PLACE, PLAIN)).hasSize(12 + PLAIN.length + 16);
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("王小英");
  }

  @Test
  void any_changed_byte_is_noticed() throws IOException {
    Vault vault = vault(key());
    byte[] sealed = vault.seal(PLACE, PLAIN);
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatIllegalStateException().isThrownBy(() -> vault.open(PLACE, changed));
    }
  }

  @Test
  void a_text_that_was_cut_is_noticed() throws IOException {
    Vault vault = vault(key());
    byte[] sealed = vault.seal(PLACE, PLAIN);
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatIllegalStateException()
          .isThrownBy(() -> vault.open(PLACE, cut))
          .withMessageContaining(PLACE);
    }
  }

  @Test
  void a_text_too_short_for_nonce_and_tag_is_said_to_be_cut() throws IOException {
    Vault vault = vault(key());
    for (int length : new int[] {0, 11, 12, 27}) {
      assertThatIllegalStateException()
          .isThrownBy(() -> vault.open(PLACE, new byte[length]))
          .withMessageContaining("cut off")
          .withMessageContaining("28");
    }
  }

  @Test
  void a_sealed_text_does_not_open_in_another_place() throws IOException {
    Vault vault = vault(key());
    byte[] sealed = vault.seal(PLACE, PLAIN);
    assertThatIllegalStateException()
        .isThrownBy(() -> vault.open(PLACE + "/x", sealed))
        .withMessageNotContaining("王");
  }

  @Test
  void another_key_opens_nothing() throws IOException {
    byte[] sealed = vault(key()).seal(PLACE, PLAIN);
    Vault other = vault(folder.resolve("keys/other.key"));
    assertThatIllegalStateException().isThrownBy(() -> other.open(PLACE, sealed));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33})
  void a_key_of_another_length_stops_the_start_and_stays_as_it_is(int length) throws IOException {
    Files.createDirectories(key().getParent());
    Files.write(key(), new byte[length]);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> vault(key()))
        .withMessageContaining("kiosk.key-file")
        .withMessageContaining("32 bytes");
    assertThat(Files.size(key())).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data/kiosk.key", "data/deep/kiosk.key", "keys/../data/kiosk.key"})
  void a_key_inside_the_data_folder_is_refused(String place) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> vault(folder.resolve(place)))
        .withMessageContaining("outside the data folder");
    assertThat(folder.resolve(place).normalize()).doesNotExist();
  }

  @Test
  void a_key_that_reaches_the_data_folder_through_a_link_is_refused() throws IOException {
    Files.createDirectories(folder.resolve("data/deep"));
    Files.createSymbolicLink(folder.resolve("elsewhere"), folder.resolve("data/deep"));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> vault(folder.resolve("elsewhere/kiosk.key")))
        .withMessageContaining("outside the data folder");
    assertThat(folder.resolve("data/deep/kiosk.key")).doesNotExist();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> vault(folder.resolve("elsewhere/not/there/yet/kiosk.key")))
        .withMessageContaining("outside the data folder");

    Files.write(folder.resolve("data/kiosk.key"), new byte[32]);
    Files.createSymbolicLink(folder.resolve("link.key"), folder.resolve("data/kiosk.key"));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> vault(folder.resolve("link.key")))
        .withMessageContaining("outside the data folder");
  }

  @Test
  void a_data_folder_that_is_a_link_to_the_keys_is_refused() throws IOException {
    Files.createDirectories(folder.resolve("keys"));
    Files.createSymbolicLink(folder.resolve("data"), folder.resolve("keys"));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> vault(key()))
        .withMessageContaining("outside the data folder");
  }

  @Test
  void a_link_to_nothing_is_no_place_for_a_key() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.key"), folder.resolve("data/kiosk.key"));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> vault(folder.resolve("link.key")))
        .withMessageContaining("link.key");
    assertThat(folder.resolve("data/kiosk.key")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw--w----", "rw----r--", "rw-----w-"})
  void a_key_that_others_may_touch_stops_the_start_and_says_what_to_do(String mode)
      throws IOException {
    assertThat(vault(key()).seal(PLACE, PLAIN)).isNotEmpty();
    Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString(mode));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> vault(key()))
        .withMessageContaining("kiosk.key-file")
        .withMessageContaining("chmod 600 " + key());
  }

  @Test
  void only_the_owner_may_read_the_key() throws IOException {
    assertThat(vault(key()).seal(PLACE, PLAIN)).isNotEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    assertThat(Files.size(key())).isEqualTo(32);
    assertThat(folder.resolve("keys/kiosk.key.part")).doesNotExist();
  }
}

package io.yichuang.kiosk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.yichuang.kiosk.KioskProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

class CatalogueStoreTest {
  private static final CatalogueSource AWAY =
      _ -> {
        throw new IOException("the platform is away");
      };
  private static final Catalogue FIRST = new Catalogue("1", List.of(Offered.lease()));
  private static final Catalogue SECOND =
      new Catalogue("2", List.of(Offered.lease(), Offered.lease()));

  @TempDir Path data;

  private CatalogueStore store(CatalogueSource source) {
    var properties =
        new Binder(new MapConfigurationPropertySource(Map.of("kiosk.data", data.toString())))
            .bindOrCreate("kiosk", KioskProperties.class);
    return new CatalogueStore(source, JsonMapper.shared(), properties);
  }

  @Test
  void before_the_first_contact_there_is_nothing_to_offer() {
    CatalogueStore store = store(AWAY);
    store.refresh();
    assertThat(store.current()).isEqualTo(Catalogue.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026版", "two words", "\"quoted\"", "line\nbreak"})
  void a_version_that_no_header_can_carry_is_no_catalogue(String version) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Catalogue(version, List.of()));
  }

  @Test
  void a_newer_one_takes_the_place_of_the_one_before() {
    CatalogueStore store =
        store(version -> Optional.of(version.equals(FIRST.version()) ? SECOND : FIRST));
    store.refresh();
    assertThat(store.current()).isEqualTo(FIRST);
    store.refresh();
    assertThat(store.current()).isEqualTo(SECOND);
  }

  @Test
  void the_last_good_one_is_kept_over_a_restart_without_platform() {
    store(_ -> Optional.of(FIRST)).refresh();
    CatalogueStore restarted = store(AWAY);
    assertThat(restarted.current()).isEqualTo(FIRST);
    restarted.refresh();
    assertThat(restarted.current()).isEqualTo(FIRST);
  }

  @Test
  void an_empty_one_is_no_good_one() {
    store(_ -> Optional.of(FIRST)).refresh();
    CatalogueStore store = store(_ -> Optional.of(Catalogue.EMPTY));
    store.refresh();
    assertThat(store.current()).isEqualTo(FIRST);
  }

  @Test
  void a_torn_file_is_not_used_and_stops_nothing() throws IOException {
    store(_ -> Optional.of(FIRST)).refresh();
    Path kept = data.resolve("catalogue.json");
    byte[] whole = Files.readAllBytes(kept);
    for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
      Files.write(kept, java.util.Arrays.copyOf(whole, length));
      assertThat(store(AWAY).current()).as("%d bytes", length).isEqualTo(Catalogue.EMPTY);
    }
  }
}

package io.yichuang.kiosk.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionsTest {
  private final Regions regions;

  RegionsTest() throws IOException {
    regions = new Regions("500119");
  }

  private static List<String> names(List<Regions.Region> all) {
    return all.stream().map(Regions.Region::name).toList();
  }

  @Test
  void the_way_here_leads_from_the_country_to_the_county() {
    assertThat(names(regions.wayHere())).containsExactly("重庆市", "南川区");
  }

  @Test
  void a_county_of_this_terminal_has_its_towns_and_a_town_has_nothing_below() {
    assertThat(names(regions.in("500119"))).contains("西城街道", "水江镇").hasSize(34);
    assertThat(regions.in("500119")).noneMatch(Regions.Region::more);
  }

  @Test
  void all_provinces_stand_at_the_top() {
    assertThat(names(regions.in(Regions.TOP)))
        .contains("重庆市", "四川省", "西藏自治区")
        .hasSizeGreaterThan(30);
  }

  @Test
  void nothing_lies_in_a_code_that_there_is_not() {
    assertThat(regions.in("999999")).isEmpty();
    assertThat(regions.in("../x")).isEmpty();
  }

  @Test
  void a_terminal_in_an_unknown_region_begins_with_the_country() throws IOException {
    assertThat(new Regions("990000").wayHere()).isEmpty();
  }
}

package io.yichuang.kiosk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.catalogue.Availability.Shut;
import io.yichuang.kiosk.devices.DeviceBoard;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AvailabilityTest {
  private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T16:00:00Z");

  private final DeviceBoard board = mock(DeviceBoard.class);
  private final AtomicBoolean network = new AtomicBoolean(true);

  @BeforeEach
  void everythingWorks() {
    for (String device :
        List.of(
            DeviceBoard.SCANNER,
            DeviceBoard.DOCUMENT_CAMERA,
            DeviceBoard.RECEIPT_PRINTER,
            DeviceBoard.PAGE_PRINTER)) {
      when(board.canServe(device)).thenReturn(true);
    }
  }

  private Availability at(Instant moment) {
    var properties =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("kiosk", KioskProperties.class);
    return new Availability(board, network::get, properties, Clock.fixed(moment, HERE));
  }

  private static ServiceItem with(ServiceItem.Kind kind, ServiceItem.Assurance assurance) {
    return Offered.item(kind, assurance, ServiceItem.Night.OPEN, List.of(), List.of());
  }

  @Test
  void an_item_opens_when_all_that_it_needs_is_there() {
    assertThat(at(NOON).shut(Offered.lease())).isEmpty();
  }

  @Test
  void a_paper_can_be_scanned_with_either_device_and_with_none_the_item_does_not_begin() {
    when(board.canServe(DeviceBoard.SCANNER)).thenReturn(false);
    assertThat(at(NOON).shut(Offered.lease())).isEmpty();
    when(board.canServe(DeviceBoard.DOCUMENT_CAMERA)).thenReturn(false);
    assertThat(at(NOON).shut(Offered.lease()))
        .contains(new Shut.Device(DeviceBoard.SCANNER, false));
  }

  @Test
  void an_empty_printer_is_not_a_broken_one() {
    when(board.canServe(DeviceBoard.RECEIPT_PRINTER)).thenReturn(false);
    assertThat(at(NOON).shut(Offered.lease()))
        .contains(new Shut.Device(DeviceBoard.RECEIPT_PRINTER, false));
    when(board.empty(DeviceBoard.RECEIPT_PRINTER)).thenReturn(true);
    assertThat(at(NOON).shut(Offered.lease()))
        .contains(new Shut.Device(DeviceBoard.RECEIPT_PRINTER, true));
  }

  @Test
  void without_network_only_what_needs_none_begins() {
    network.set(false);
    var l1 = ServiceItem.Assurance.L1;
    assertThat(at(NOON).shut(with(ServiceItem.Kind.APPLY, l1))).isEmpty();
    assertThat(at(NOON).shut(with(ServiceItem.Kind.INSTANT, l1))).contains(new Shut.Network());
    assertThat(at(NOON).shut(with(ServiceItem.Kind.QUERY, l1))).contains(new Shut.Network());
    assertThat(at(NOON).shut(with(ServiceItem.Kind.APPLY, ServiceItem.Assurance.L2)))
        .contains(new Shut.Network());
  }

  @Test
  void what_is_closed_at_night_opens_by_day() {
    ServiceItem item =
        Offered.item(
            ServiceItem.Kind.APPLY,
            ServiceItem.Assurance.L1,
            ServiceItem.Night.CLOSED,
            List.of(),
            List.of());
    assertThat(at(NOON).shut(item)).isEmpty();
    assertThat(at(MIDNIGHT).shut(item)).contains(new Shut.Closed());
  }

  @Test
  void no_means_here_reaches_police_grade() {
    assertThat(at(NOON).shut(with(ServiceItem.Kind.APPLY, ServiceItem.Assurance.L3)))
        .contains(new Shut.Identity());
  }
}

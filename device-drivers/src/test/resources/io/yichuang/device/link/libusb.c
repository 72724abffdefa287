/*
 * A stand-in for libusb-1.0, compiled by the tests, so that the driver's real native calls are run without hardware. Its
 * devices are the entries of the folder "bus" beside it: the name is bus and ports (1-1.4), the entry a link to the serial
 * line of a simulated reader. When that line is gone the device is gone. On bus 1 a reader has one pair of bulk endpoints;
 * on bus 2 two, with the first seven bytes of every message on the first pair and the rest on the second.
 * Structures and numbers are written from the documentation of libusb, not copied from its header.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { IO = -1, ACCESS = -3, NO_DEVICE = -4, BUSY = -6, TIMEOUT = -7, OVERFLOW_ = -8, OPEN = 0x55534221, PACKET = 64, HEAD = 7 };

struct device_descriptor { uint8_t bLength, bDescriptorType; uint16_t bcdUSB; uint8_t cls, sub, proto, packet0;
  uint16_t idVendor, idProduct, bcdDevice; uint8_t iManufacturer, iProduct, iSerial, configurations; };
struct endpoint { uint8_t bLength, bDescriptorType, address, attributes; uint16_t packet; uint8_t interval, refresh, synch;
  const unsigned char *extra; int extra_length; };
struct setting { uint8_t bLength, bDescriptorType, number, alternate, endpoints, cls, sub, proto, name;
  const struct endpoint *endpoint; const unsigned char *extra; int extra_length; };
struct interface { const struct setting *settings; int count; };
struct configuration { uint8_t bLength, bDescriptorType; uint16_t total; uint8_t interfaces, value, name, attributes, power;
  const struct interface *interface; const unsigned char *extra; int extra_length; };

typedef struct { int references; char name[64]; } device;
typedef struct { int magic, line, claimed, two; device *dev; int seen, length; } handle;

static const struct endpoint ONE[] = {{7, 5, 0x83, 3, 8, 10}, {7, 5, 0x81, 2, PACKET}, {7, 5, 0x02, 2, PACKET}};
static const struct endpoint TWO[] = {{7, 5, 0x02, 2, PACKET}, {7, 5, 0x06, 2, PACKET}, {7, 5, 0x81, 2, PACKET}, {7, 5, 0x85, 2, PACKET}};
static const struct setting EMPTY = {9, 4, 0, 0, 0, 0xFF};
static const struct setting WITH_ONE = {9, 4, 1, 0, 3, 0xFF, 0, 0, 0, ONE}, WITH_TWO = {9, 4, 1, 0, 4, 0xFF, 0, 0, 0, TWO};
static const struct interface INTERFACES_ONE[] = {{&EMPTY, 1}, {&WITH_ONE, 1}}, INTERFACES_TWO[] = {{&EMPTY, 1}, {&WITH_TWO, 1}};

static void place(char *out, size_t size, const char *name) {
  Dl_info self;
  dladdr((void *) place, &self);
  const char *slash = strrchr(self.dli_fname, '/');
  snprintf(out, size, "%.*s/bus/%s", (int) (slash - self.dli_fname), self.dli_fname, name);
}

static int there(const char *name) {
  char path[4200];
  place(path, sizeof path, name);
  return access(path, R_OK | W_OK) == 0;
}

int libusb_init(void **context) { *context = (void *) &ONE; return 0; }
void libusb_exit(void *context) { (void) context; }

ssize_t libusb_get_device_list(void *context, device ***list) {
  char path[4200];
  if (context != &ONE) abort();
  place(path, sizeof path, "");
  DIR *bus = opendir(path);
  device **all = calloc(1025, sizeof *all);
  ssize_t count = 0;
  for (struct dirent *entry; bus && count < 1024 && (entry = readdir(bus));) {
    if (entry->d_name[0] == '.' || strlen(entry->d_name) > 63 || !there(entry->d_name)) continue;
    all[count] = calloc(1, sizeof(device));
    all[count]->references = 1;
    strcpy(all[count++]->name, entry->d_name);
  }
  if (bus) closedir(bus);
  *list = all;
  return count;
}

static void unref(device *dev) { if (--dev->references == 0) free(dev); }

void libusb_free_device_list(device **list, int unreference) {
  for (int i = 0; unreference && list[i]; i++) unref(list[i]);
  free(list);
}

int libusb_get_device_descriptor(device *dev, struct device_descriptor *out) {
  (void) dev;
  *out = (struct device_descriptor) {18, 1, 0x0110, 0, 0, 0, 8, 0x0400, 0xC35A, 0x0100, 0, 0, 0, 1};
  return 0;
}

uint8_t libusb_get_bus_number(device *dev) { return (uint8_t) atoi(dev->name); }

int libusb_get_port_numbers(device *dev, uint8_t *ports, int most) {
  int count = 0;
  for (const char *at = strchr(dev->name, '-'); at && count < most; at = strchr(at + 1, '.')) ports[count++] = (uint8_t) atoi(at + 1);
  return count;
}

int libusb_get_active_config_descriptor(device *dev, struct configuration **out) {
  *out = malloc(sizeof **out);
  **out = (struct configuration) {9, 2, 55, 2, 1, 0, 0x80, 50, dev->name[0] == '2' ? INTERFACES_TWO : INTERFACES_ONE};
  return 0;
}
void libusb_free_config_descriptor(struct configuration *configuration) { free(configuration); }

int libusb_open(device *dev, handle **out) {
  char path[4200];
  place(path, sizeof path, dev->name);
  int line = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (line < 0) return errno == EACCES ? ACCESS : NO_DEVICE;
  dev->references++;
  *out = calloc(1, sizeof **out);
  **out = (handle) {OPEN, line, -1, dev->name[0] == '2', dev, 0, 0};
  return 0;
}

void libusb_close(handle *h) {
  if (h->magic != OPEN) abort();
  close(h->line);
  unref(h->dev);
  h->magic = 0; /* not freed: whoever uses it again is found out */
}

int libusb_set_auto_detach_kernel_driver(handle *h, int on) { (void) on; return h->magic == OPEN ? 0 : NO_DEVICE; }
int libusb_claim_interface(handle *h, int number) {
  if (number != 1) return IO;
  if (lockf(h->line, F_TEST, 0) != 0) return BUSY;
  h->claimed = number;
  return 0;
}
int libusb_release_interface(handle *h, int number) { h->claimed = -1; return number == 1 ? 0 : IO; }
int libusb_clear_halt(handle *h, unsigned char endpoint) { (void) endpoint; return h->magic == OPEN ? 0 : NO_DEVICE; }

static int ready(handle *h, short what, int millis) {
  struct pollfd line = {h->line, what, 0};
  int count = poll(&line, 1, millis);
  if (!there(h->dev->name) || (count > 0 && (line.revents & (POLLERR | POLLNVAL)))) return NO_DEVICE;
  return count > 0 && (line.revents & what) ? 1 : TIMEOUT;
}

static int out(handle *h, const unsigned char *data, int length, int *done, int millis) {
  while (*done < length) {
    int state = ready(h, POLLOUT, millis);
    if (state < 0) return state;
    ssize_t n = write(h->line, data + *done, (size_t) (length - *done));
    if (n < 0 && errno != EAGAIN) return NO_DEVICE;
    if (n > 0) *done += (int) n;
  }
  return 0;
}

static int in(handle *h, int tail, unsigned char *data, int length, int *done, int millis) {
  int most = length;
  if (h->two) { /* the head of a message comes over the first pipe, the rest over the second */
    if (tail != (h->seen >= HEAD)) { usleep((useconds_t) millis * 1000); return there(h->dev->name) ? TIMEOUT : NO_DEVICE; }
    most = tail ? h->length - h->seen : HEAD - h->seen;
    if (most > length) most = length;
  }
  int state = ready(h, POLLIN, millis);
  if (state < 0) return state;
  ssize_t n = read(h->line, data, (size_t) most);
  if (n <= 0) return n < 0 && errno == EAGAIN ? TIMEOUT : NO_DEVICE;
  *done = (int) n;
  for (ssize_t i = 0; h->two && i < n; i++, h->seen++) {
    if (h->seen == 5) h->length = data[i] << 8;
    if (h->seen == 6) h->length += data[i] + HEAD;
  }
  if (h->two && h->seen >= HEAD && h->seen >= h->length) h->seen = 0;
  return 0;
}

int libusb_bulk_transfer(handle *h, unsigned char endpoint, unsigned char *data, int length, int *done, unsigned millis) {
  *done = 0;
  if (h->magic != OPEN || h->claimed != 1) abort();
  if (millis == 0) abort(); /* it would wait for ever */
  switch (endpoint) {
    case 0x02: return h->two && length != HEAD ? IO : out(h, data, length, done, (int) millis);
    case 0x06: return h->two ? out(h, data, length, done, (int) millis) : IO;
    case 0x81: case 0x85:
      if (endpoint == 0x85 && !h->two) return IO;
      return length % PACKET ? OVERFLOW_ : in(h, endpoint == 0x85, data, length, done, (int) millis);
    default: return IO;
  }
}

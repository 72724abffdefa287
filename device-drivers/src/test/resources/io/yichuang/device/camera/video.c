/*
 * The six calls of Linux that a camera needs, played by a library that the tests compile against the kernel's own header, so
 * that the driver's structures and numbers are checked by somebody who did not write them. A camera is a file: its words say
 * what kind it is and what is wrong with it, FILE.frame holds its picture, and without FILE it is unplugged.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 64, BUFFERS = 4, FIRST = 100000 };

static struct camera {
  int used, on, count, pixels, width, height, size;
  char path[1024], words[256];
  unsigned char *memory[BUFFERS];
  int queued[BUFFERS];
  unsigned number;
} cameras[MOST];
static int maps;

/* What tests ask: whether something was left open or mapped. */
int left_open(void) { int n = 0; for (int i = 0; i < MOST; i++) n += cameras[i].used; return n; }
int left_mapped(void) { return maps; }

static int text(const char *path, char *into, int most) {
  FILE *file = fopen(path, "rb");
  if (!file) return -1;
  int n = (int) fread(into, 1, (size_t) most, file);
  fclose(file);
  return n;
}

static int look(struct camera *c) {
  int n = text(c->path, c->words, sizeof c->words - 1);
  c->words[n < 0 ? 0 : n] = 0;
  return n >= 0;
}

static int fails(int why) { errno = why; return -1; }

int open(const char *path, int how, ...) {
  if ((how & O_ACCMODE) != O_RDWR || !(how & O_NONBLOCK) || !(how & O_CLOEXEC)) return fails(EINVAL);
  for (int i = 0; i < MOST; i++) {
    struct camera *c = &cameras[i];
    if (!__sync_bool_compare_and_swap(&c->used, 0, 1)) continue; /* several threads open theirs */
    memset((char *) c + sizeof c->used, 0, sizeof *c - sizeof c->used);
    snprintf(c->path, sizeof c->path, "%s", path);
    int there = look(c);
    if (there && !strstr(c->words, "denied")) return FIRST + i;
    c->used = 0;
    return fails(there ? EACCES : ENOENT);
  }
  return fails(EMFILE);
}

static struct camera *of(int fd) { return fd >= FIRST && fd < FIRST + MOST && cameras[fd - FIRST].used ? &cameras[fd - FIRST] : 0; }

int close(int fd) {
  struct camera *c = of(fd);
  if (!c) return fails(EBADF);
  c->used = 0;
  return 0;
}

static const __u32 *forms(struct camera *c) {
  static const __u32 both[] = {V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_MJPEG, 0}, raw[] = {V4L2_PIX_FMT_YUYV, 0}, odd[] = {V4L2_PIX_FMT_GREY, 0};
  return strstr(c->words, "yuyv") ? raw : strstr(c->words, "grey") ? odd : both;
}

static int fill(struct camera *c, struct v4l2_buffer *b) {
  for (int i = 0; i < c->count; i++) {
    if (!c->queued[i]) continue;
    char path[1100];
    snprintf(path, sizeof path, "%s.frame", c->path);
    unsigned char *at = c->memory[i];
    int n = text(path, (char *) at, c->size - 8);
    if (n < 0) return fails(EAGAIN);
    if (c->pixels == V4L2_PIX_FMT_MJPEG && n > 2) { /* a comment that differs, as noise makes every picture differ */
      memmove(at + 8, at + 2, (size_t) n - 2);
      memcpy(at + 2, "\xFF\xFE\0\4", 4);
      at[6] = (unsigned char) (c->number >> 8);
      at[7] = (unsigned char) c->number;
      n += 6;
    } else if (n > 0) at[0] = (unsigned char) (16 + c->number % 200);
    c->number++;
    c->queued[i] = 0;
    b->index = strstr(c->words, "wild") ? 99 : (unsigned) i;
    b->bytesused = strstr(c->words, "huge") ? 0x7FFFFFFF : (unsigned) n;
    b->flags = strstr(c->words, "damaged") ? V4L2_BUF_FLAG_ERROR : 0;
    b->length = (unsigned) c->size;
    return 0;
  }
  return fails(EAGAIN);
}

int ioctl(int fd, unsigned long request, ...) {
  va_list rest;
  va_start(rest, request);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  struct camera *c = of(fd);
  if (!c) return fails(EBADF);
  if (!look(c)) return fails(ENODEV);
  if (c->number % 7 == 3 && request == VIDIOC_DQBUF && c->number++) return fails(EINTR);
  switch (request) {
    case VIDIOC_QUERYCAP: {
      struct v4l2_capability *a = argument;
      strcpy((char *) a->driver, "stand-in");
      a->capabilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING | V4L2_CAP_DEVICE_CAPS;
      a->device_caps = V4L2_CAP_STREAMING | (strstr(c->words, "metadata") ? V4L2_CAP_META_CAPTURE : V4L2_CAP_VIDEO_CAPTURE);
      return 0;
    }
    case VIDIOC_ENUM_FMT: {
      struct v4l2_fmtdesc *a = argument;
      if (a->type != V4L2_BUF_TYPE_VIDEO_CAPTURE) return fails(EINVAL);
      for (unsigned i = 0; forms(c)[i]; i++) if (i == a->index) { a->pixelformat = forms(c)[i]; return 0; }
      return fails(EINVAL);
    }
    case VIDIOC_S_FMT: {
      struct v4l2_format *a = argument;
      if (a->type != V4L2_BUF_TYPE_VIDEO_CAPTURE) return fails(EINVAL);
      if (strstr(c->words, "busy")) return fails(EBUSY);
      if (sscanf(c->words, "%d %d", &c->width, &c->height) != 2) return fails(EIO);
      c->pixels = (int) a->fmt.pix.pixelformat;
      a->fmt.pix.width = (unsigned) c->width;
      a->fmt.pix.height = (unsigned) c->height;
      a->fmt.pix.bytesperline = c->pixels == V4L2_PIX_FMT_YUYV ? (unsigned) c->width * 2 : 0;
      a->fmt.pix.sizeimage = (unsigned) (c->size = c->width * c->height * 2 + 4096);
      return 0;
    }
    case VIDIOC_REQBUFS: {
      struct v4l2_requestbuffers *a = argument;
      if (a->type != V4L2_BUF_TYPE_VIDEO_CAPTURE || a->memory != V4L2_MEMORY_MMAP) return fails(EINVAL);
      c->count = a->count > BUFFERS ? BUFFERS : (int) a->count;
      a->count = (unsigned) (strstr(c->words, "nomemory") ? 0 : c->count);
      return 0;
    }
    case VIDIOC_QUERYBUF: case VIDIOC_QBUF: case VIDIOC_DQBUF: {
      struct v4l2_buffer *a = argument;
      if (a->type != V4L2_BUF_TYPE_VIDEO_CAPTURE || a->memory != V4L2_MEMORY_MMAP) return fails(EINVAL);
      if (request == VIDIOC_DQBUF) return c->on ? fill(c, a) : fails(EINVAL);
      if (a->index >= (unsigned) c->count) return fails(EINVAL);
      if (request == VIDIOC_QBUF) { c->queued[a->index] = 1; return 0; }
      a->length = strstr(c->words, "giant") ? 0x40000000 : (unsigned) c->size;
      a->m.offset = a->index * 0x10000;
      return 0;
    }
    case VIDIOC_STREAMON: c->on = *(int *) argument == V4L2_BUF_TYPE_VIDEO_CAPTURE; return c->on ? 0 : fails(EINVAL);
    case VIDIOC_STREAMOFF: c->on = 0; return *(int *) argument == V4L2_BUF_TYPE_VIDEO_CAPTURE ? 0 : fails(EINVAL);
    default: return fails(ENOTTY);
  }
}

int poll(struct pollfd *fds, nfds_t count, int millis) {
  struct camera *c = count == 1 ? of(fds->fd) : 0;
  if (!c || fds->events != POLLIN) return fails(EINVAL);
  usleep((useconds_t) (millis < 8 ? millis : 8) * 1000);
  fds->revents = !look(c) ? POLLERR | POLLHUP : c->on && !strstr(c->words, "silent") ? POLLIN : 0;
  return fds->revents != 0;
}

void *mmap(void *where, size_t length, int how, int flags, int fd, off_t offset) {
  struct camera *c = of(fd);
  if (!c || where || how != 3 || flags != 1 || offset % 0x10000 || offset / 0x10000 >= c->count) return errno = EINVAL, (void *) -1;
  __sync_fetch_and_add(&maps, 1);
  return c->memory[offset / 0x10000] = calloc(1, length);
}

int munmap(void *memory, size_t length) { (void) length; __sync_fetch_and_sub(&maps, 1); free(memory); return 0; }

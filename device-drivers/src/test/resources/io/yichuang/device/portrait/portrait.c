/*
 * A library as vendors ship them, and all that may go wrong in it. It decodes nothing: its "picture" is a pattern made of
 * the bytes that came, so that a test can tell that they arrived.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

enum { GOOD, CRASH, HANG, CHATTY, REFUSE, NO_PICTURE, BLANK, OVERWRITE, SPLUTTER, QUIT, FORK_AND_HANG, FORBIDDEN_DUMPS };

static void number(unsigned char *at, int value, int bytes) { for (int i = 0; i < bytes; i++) at[i] = (unsigned char) (value >> 8 * i); }

static void bitmap(unsigned char *out, const unsigned char *coded) {
  memset(out, 0, 38862);
  out[0] = 'B'; out[1] = 'M';
  number(out + 2, 38862, 4); number(out + 10, 54, 4); number(out + 14, 40, 4); number(out + 18, 102, 4); number(out + 22, 126, 4);
  number(out + 26, 1, 2); number(out + 28, 24, 2);
  for (int y = 0; y < 126; y++)
    for (int x = 0; x < 306; x++) out[54 + 308 * (125 - y) + x] = coded ? coded[(y * 306 + x) % 1024] : 7;
}

int unpack(const unsigned char *coded, unsigned char *out, int mode) {
  switch (mode) {
    case GOOD: bitmap(out, coded); return 1;
    case CRASH: raise(SIGSEGV); return 1;
    case HANG: for (;;) pause();
    case CHATTY:
      for (int i = 0; i < 20000; i++) puts("decoding the portrait of somebody ...");
      fflush(stdout);
      bitmap(out, coded);
      return 1;
    case REFUSE: return -5;
    case NO_PICTURE: memset(out, 'x', 38862); return 1;
    case BLANK: bitmap(out, 0); return 1;
    case OVERWRITE: memset(out, 1, 1 << 26); return 1;
    case SPLUTTER:
      for (int fd = 3; fd < 64; fd++) for (int i = 0; i < 2000; i++) if (write(fd, "garbage, on every descriptor that is open; ", 43) < 0) break;
      bitmap(out, coded);
      return 1;
    case QUIT: _exit(0);
    case FORK_AND_HANG: if (fork() == 0) { sleep(20); _exit(0); } for (;;) pause();
    case FORBIDDEN_DUMPS:
      if (prctl(PR_GET_DUMPABLE) != 0) return 0;
      bitmap(out, coded);
      return 1;
  }
  return 0;
}

/* Pixels alone. */
int pixels(const unsigned char *coded, unsigned char *out, int mode) {
  (void) mode;
  for (int i = 0; i < 38556; i++) out[i] = coded[i % 1024];
  return 0;
}

/*
 * Makes calls fail that change files: a library to be preloaded, for scripts/fault-loop. Each call under a directory is numbered from
 * one on and written down, a line each; the n-th fails, or all from the n-th on, or the process is killed in the place of it.
 *
 *   FAULTS_UNDER   the directory, as a path from the root without links
 *   FAULTS_LOG     the file that takes the lines; outside of the directory
 *   FAULTS_AT      the number of the call; 0 for none
 *   FAULTS_MODE    fail, freeze or kill
 *   FAULTS_ERRNO   the number of the error, such as 5 for EIO and 28 for ENOSPC
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_int calls;

static const char *setting(const char *name) {
    const char *text = getenv(name);
    return text == NULL ? "" : text;
}

/* True when the call is to fail, with errno set. Counts it if its path is under the directory. */
static int fails(const char *call, const char *path) {
    const char *under = setting("FAULTS_UNDER");
    size_t length = strlen(under);
    if (length == 0 || strncmp(path, under, length) != 0 || (path[length] != '/' && path[length] != '\0')) {
        return 0;
    }
    int number = atomic_fetch_add(&calls, 1) + 1;
    char line[PATH_MAX + 64];
    int size = snprintf(line, sizeof line, "%d %s %s\n", number, call, path + length);
    long log = syscall(SYS_openat, AT_FDCWD, setting("FAULTS_LOG"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (log >= 0) {
        syscall(SYS_write, log, line, size);
        syscall(SYS_close, log);
    }
    int at = atoi(setting("FAULTS_AT"));
    const char *mode = setting("FAULTS_MODE");
    if (at == 0 || number < at || (number > at && strcmp(mode, "freeze") != 0)) {
        return 0;
    }
    if (strcmp(mode, "kill") == 0) {
        syscall(SYS_kill, getpid(), SIGKILL);
    }
    errno = atoi(setting("FAULTS_ERRNO"));
    return 1;
}

/* A path as one from the root; the directory of the process where it names none. */
static int fails_at(const char *call, int directory, const char *path) {
    char whole[2 * PATH_MAX];
    if (path[0] == '/') {
        return fails(call, path);
    }
    char base[PATH_MAX] = "";
    if (directory == AT_FDCWD) {
        if (getcwd(base, sizeof base) == NULL) {
            return 0;
        }
    } else {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", directory);
        ssize_t length = readlink(link, base, sizeof base - 1);
        base[length < 0 ? 0 : length] = '\0';
    }
    snprintf(whole, sizeof whole, "%s/%s", base, path);
    return fails(call, whole);
}

static int fails_on(const char *call, int file) {
    char link[64];
    char path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) {
        return 0;
    }
    path[length] = '\0';
    return fails(call, path);
}

static int changes(int flags) {
    return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
}

#define NEXT(name) \
    static __typeof__(&name) next; \
    if (next == NULL) { \
        next = (__typeof__(&name)) dlsym(RTLD_NEXT, #name); \
    }

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        NEXT(name) \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return changes(flags) && fails_at("open", AT_FDCWD, path) ? -1 : next(path, flags, mode); \
    }

#define OPEN_AT(name) \
    int name(int directory, const char *path, int flags, ...) { \
        NEXT(name) \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return changes(flags) && fails_at("open", directory, path) ? -1 : next(directory, path, flags, mode); \
    }

/* A call on an open file. */
#define ON_FILE(type, name, word, parameters, ...) \
    type name parameters { \
        NEXT(name) \
        return fails_on(word, file) ? -1 : next(__VA_ARGS__); \
    }

/* A call on a path in a directory. */
#define ON_PATH(name, word, directory, parameters, ...) \
    int name parameters { \
        NEXT(name) \
        return fails_at(word, directory, path) ? -1 : next(__VA_ARGS__); \
    }

OPEN(open)
OPEN(open64)
OPEN_AT(openat)
OPEN_AT(openat64)

ON_FILE(ssize_t, write, "write", (int file, const void *from, size_t size), file, from, size)
ON_FILE(ssize_t, pwrite, "write", (int file, const void *from, size_t size, off_t at), file, from, size, at)
ON_FILE(ssize_t, pwrite64, "write", (int file, const void *from, size_t size, off64_t at), file, from, size, at)
ON_FILE(ssize_t, writev, "write", (int file, const struct iovec *from, int count), file, from, count)
ON_FILE(int, fsync, "sync", (int file), file)
ON_FILE(int, fdatasync, "sync", (int file), file)
ON_FILE(int, ftruncate, "truncate", (int file, off_t size), file, size)
ON_FILE(int, ftruncate64, "truncate", (int file, off64_t size), file, size)
ON_FILE(int, fchmod, "chmod", (int file, mode_t mode), file, mode)

ON_PATH(rename, "rename", AT_FDCWD, (const char *path, const char *to), path, to)
ON_PATH(renameat, "rename", directory, (int directory, const char *path, int other, const char *to), directory, path, other, to)
ON_PATH(link, "link", AT_FDCWD, (const char *path, const char *to), path, to)
ON_PATH(symlink, "link", AT_FDCWD, (const char *to, const char *path), to, path)
ON_PATH(unlink, "unlink", AT_FDCWD, (const char *path), path)
ON_PATH(unlinkat, "unlink", directory, (int directory, const char *path, int flags), directory, path, flags)
ON_PATH(rmdir, "unlink", AT_FDCWD, (const char *path), path)
ON_PATH(mkdir, "mkdir", AT_FDCWD, (const char *path, mode_t mode), path, mode)
ON_PATH(mkdirat, "mkdir", directory, (int directory, const char *path, mode_t mode), directory, path, mode)
ON_PATH(chmod, "chmod", AT_FDCWD, (const char *path, mode_t mode), path, mode)

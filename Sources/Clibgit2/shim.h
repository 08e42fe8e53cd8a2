/*
 * What Swift cannot see of libgit2: git_libgit2_opts is variadic, so each option in use has a function of its own.
 * https://libgit2.org/libgit2/#HEAD/group/libgit2/git_libgit2_opts
 */
#include <git2.h>
#include <spawn.h>

/* Process-wide: whether opening a repository of another user fails. */
static inline int chaperone_set_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

/*
 * Process-wide: the extensions.* of format 1 repositories that may be opened. Only those that do not change how what
 * Chaperone reads is stored; names in lower case, because libgit2 compares them so. Never refstorage: libgit2 would
 * then report a repository with reftables as empty.
 */
static inline int chaperone_allow_extensions(void) {
  static const char *names[] = {"partialclone", "worktreeconfig", "relativeworktrees", "preciousobjects"};
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, (size_t)4);
}

/* Process-wide: where the configuration of one level is looked for. */
static inline int chaperone_set_search_path(int level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

/*
 * Starting a program in another folder. glibc (2.29) and macOS (10.15) have the function; glibc declares it only for
 * _GNU_SOURCE, which Swift's own C module is built without.
 */
#ifndef __APPLE__
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
#endif
static inline int chaperone_spawn_in(posix_spawn_file_actions_t *actions, const char *folder) {
  return posix_spawn_file_actions_addchdir_np(actions, folder);
}

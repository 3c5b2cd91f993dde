package org.leadscore.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.RemoteFiles;
import org.leadscore.ingest.input.Unreadable;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Listing;
import org.leadscore.problem.Nearest;
import org.leadscore.problem.PathEncoding;
import org.leadscore.rules.source.SourceFiles;

/** Finds the files that the paths and globs of a source name, and the tables within those that are archives or workbooks. */
public final class SourcePaths {

    private static final String STANDARD_INPUT = "-";
    private static final String GLOB_CHARACTERS = "*?[{";
    private static final String INSIDE = "!"; // between a file and what is within it
    private static final int MOST_NAMED = 5;

    private final SourceFiles files; // the patterns
    private final Path base; // of relative paths
    private final InputStream standardInput; // for the pattern "-"
    private final RemoteFiles remote;
    private final List<Input> found = new ArrayList<>(); // in the order of the patterns
    private final Set<String> seen = new HashSet<>(); // real paths and URIs of the files found, and "-"
    private Inside wanted; // of archives and workbooks
    private boolean hasTables; // true when an archive or a workbook was found

    private SourcePaths(SourceFiles files, Path base, InputStream standardInput, RemoteFiles remote) {
        this.remote = remote;
        this.files = files;
        this.base = base;
        this.standardInput = standardInput;
        wanted = new Inside(files.member(), files.sheet(), files.fromCommandLine());
    }

    /**
     * Finds the files, in the order of the patterns, those of a glob by name, each file once whatever it is called. A pattern
     * that is the path of a file is that file, even with {@code [} in its name. Globs pass over hidden files. An archive or a
     * workbook stands for its tables, and {@code !} behind it for those of that name, as in {@code export.zip!contacts.csv}.
     *
     * @param base the directory that relative paths begin in
     * @throws InputException when a file is missing, a glob matches nothing, or a directory is named
     */
    public static List<Input> resolve(SourceFiles files, Path base, InputStream standardInput) {
        return resolve(files, base, standardInput, RemoteFiles.NONE);
    }

    /**
     * Finds the files as {@link #resolve(SourceFiles, Path, InputStream)} does, where some patterns may be URIs.
     *
     * @throws InputException when a file is missing, a pattern matches nothing, or a directory is named
     */
    public static List<Input> resolve(SourceFiles files, Path base, InputStream standardInput, RemoteFiles remote) {
        SourcePaths paths = new SourcePaths(files, base, standardInput, remote);
        files.patterns().forEach(paths::add);
        paths.requireTables();
        return List.copyOf(paths.found);
    }

    /** Refuses a member or a sheet where no file has any; files of the command line may be of another kind. */
    private void requireTables() {
        if (!hasTables && !files.fromCommandLine() && !found.isEmpty()) {
            if (!files.member().isEmpty()) {
                throw failure("member is for zip archives, and " + found.get(0).name() + " is none");
            }
            if (!files.sheet().isEmpty()) {
                throw failure(
                        "sheet is for workbooks (.xlsx), and " + found.get(0).name() + " is none");
            }
        }
    }

    private void add(String pattern) {
        if (files.fromCommandLine() && pattern.equals(STANDARD_INPUT)) {
            if (seen.add(STANDARD_INPUT)) {
                found.add(Input.ofStandardInput(standardInput));
            }
            return;
        }
        try {
            if (remote.include(pattern)) {
                addRemote(pattern);
                return;
            }
            Path path = base.resolve(pattern);
            int inside = pattern.indexOf(INSIDE);
            if (Files.exists(path)) {
                addFile(path, pattern);
            } else if (inside > 0 && inside < pattern.length() - 1) {
                addInside(pattern.substring(0, inside), pattern.substring(inside + 1));
            } else if (isGlob(pattern)) {
                addGlob(pattern);
            } else {
                throw missing(path, pattern);
            }
        } catch (InvalidPathException e) {
            throw failure("'" + pattern + "': " + PathEncoding.reason(e), e);
        } catch (PatternSyntaxException e) {
            throw failure(
                    "'" + pattern + "' is neither a file that is there nor a pattern for files: " + trouble(e), e);
        } catch (IOException e) {
            throw Unreadable.because(pattern, e);
        } catch (UncheckedIOException e) {
            throw Unreadable.because(pattern, Objects.requireNonNull(e.getCause()));
        }
    }

    /** Adds what a name within archives and workbooks stands for, such as {@code export.zip!contacts.csv}. */
    private void addInside(String pattern, String name) {
        Inside before = wanted;
        wanted = new Inside(name, name, files.fromCommandLine());
        add(pattern);
        wanted = before;
    }

    private void addRemote(String pattern) throws IOException {
        List<Input> matching = remote.find(pattern);
        int inside = pattern.lastIndexOf(INSIDE);
        if (matching.isEmpty() && inside > 0 && inside < pattern.length() - 1) {
            addInside(pattern.substring(0, inside), pattern.substring(inside + 1));
            return;
        }
        if (matching.isEmpty()) {
            throw failure("no file is, or matches, '" + pattern + "'");
        }
        for (Input each : matching) {
            boolean mayHaveTables = each.name().matches("(?i).*\\.(zip|xlsx|xlsm)");
            addTables(mayHaveTables ? TablesWithin.of(each, wanted) : List.of(each), String.valueOf(each.place()));
        }
    }

    /** Takes the trouble with a pattern in Java's words, and closes the quote that they leave open. */
    private static String trouble(PatternSyntaxException e) {
        return e.getDescription().toLowerCase(Locale.ROOT).replaceFirst("^(missing '.)$", "$1'");
    }

    private void addFile(Path path, String name) throws IOException {
        if (Files.isDirectory(path)) {
            String inside = name.endsWith("/") ? name : name + "/";
            throw failure("'" + name + "' is a directory; name the files in it, such as " + inside + "*.csv");
        }
        addTables(
                TablesWithin.of(Input.of(path, name), wanted), path.toRealPath().toString());
    }

    private void addTables(List<Input> tables, String place) {
        for (Input table : tables) {
            if (table.inside() != null) {
                hasTables = true;
            }
            if (seen.add(table.inside() == null ? place : place + INSIDE + table.inside())) {
                found.add(table);
            }
        }
    }

    private void addGlob(String pattern) throws IOException {
        int fixed = fixedLength(pattern);
        Path start = base.resolve(pattern.substring(0, fixed));
        String rest = pattern.substring(fixed);
        if (!Files.isDirectory(start)) {
            throw failure("no file matches '" + pattern + "': there is no directory " + shown(start));
        }
        List<Path> names = matching(start, rest);
        if (names.isEmpty()) {
            throw failure("no file matches '" + pattern + "' in " + shown(start) + holds(start));
        }
        for (Path name : names) { // resolved as a path: its text may have lost bytes that are in no encoding
            addFile(start.resolve(name), pattern.substring(0, fixed) + withSlashes(name));
        }
    }

    private static List<Path> matching(Path start, String glob) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        int depth = glob.contains("**")
                ? Integer.MAX_VALUE
                : (int) glob.chars().filter(c -> c == '/').count() + 1;
        Path directory = start.toRealPath(); // a walk does not follow a link, not even one that it begins at
        try (Stream<Path> paths = Files.walk(directory, depth)) {
            return paths.filter(path -> !Files.isDirectory(path))
                    .map(directory::relativize)
                    .filter(path -> matcher.matches(path) && !isHidden(path, glob))
                    .sorted((a, b) -> Text.compareByCodePoint(withSlashes(a), withSlashes(b)))
                    .toList();
        }
    }

    private static String withSlashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static boolean isHidden(Path path, String glob) {
        return path.getFileName().toString().startsWith(".") && !glob.contains(".*") && !glob.startsWith(".");
    }

    private static boolean isGlob(String pattern) {
        return pattern.chars().anyMatch(c -> GLOB_CHARACTERS.indexOf(c) >= 0);
    }

    /** The length of the directories before the first name that is a pattern. */
    private static int fixedLength(String pattern) {
        int first = 0;
        while (GLOB_CHARACTERS.indexOf(pattern.charAt(first)) < 0) {
            first++;
        }
        return pattern.lastIndexOf('/', first) + 1;
    }

    private InputException missing(Path path, String pattern) throws IOException {
        Path directory = directoryOf(path);
        if (!Files.isDirectory(directory)) {
            return failure("there is no file '" + pattern + "': there is no directory " + shown(directory));
        }
        String name = String.valueOf(path.getFileName());
        String near = Nearest.hint(name, fileNames(directory));
        String hint = near.isEmpty() ? holds(directory) : near;
        return failure("there is no file '" + pattern + "' in " + shown(directory)
                + PathEncoding.elsewhere(path).orElse(hint));
    }

    private static String holds(Path directory) throws IOException {
        List<String> names = fileNames(directory);
        return names.isEmpty() ? ", which is empty" : ", which has " + Listing.of(names, MOST_NAMED);
    }

    private static List<String> fileNames(Path directory) throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.filter(path -> !Files.isDirectory(path))
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static Path directoryOf(Path path) {
        Path parent = path.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static String shown(Path directory) {
        String text = directory.toString();
        return text.isEmpty() ? "the working directory" : text;
    }

    /** Makes the error, with the place of the path in the rule file where it comes from there. */
    private InputException failure(String message) {
        return new InputException(placed(message));
    }

    private InputException failure(String message, Exception cause) {
        return new InputException(placed(message), cause);
    }

    private String placed(String message) {
        return files.fromCommandLine() ? message : files.at() + ": " + message;
    }
}

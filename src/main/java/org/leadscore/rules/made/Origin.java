package org.leadscore.rules.made;

import java.io.File;
import java.util.function.Function;
import org.leadscore.rules.condition.Field;

/** The text of which a made column is made. */
public sealed interface Origin {

    /** Answers by the function that is for this form. */
    <R> R choose(Function<FromColumn, R> fromColumn, Function<FileName, R> fileName, Function<Constant, R> constant);

    /** The value of a column: of the file, or of one that was made before. */
    record FromColumn(Field column) implements Origin {
        @Override
        public <R> R choose(
                Function<FromColumn, R> fromColumn, Function<FileName, R> fileName, Function<Constant, R> constant) {
            return fromColumn.apply(this);
        }
    }

    /** The name of the file that the row stands in, without directories. */
    record FileName() implements Origin {

        /** The name of a file without directories. */
        public static String of(String path) {
            return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(File.separatorChar)) + 1);
        }

        @Override
        public <R> R choose(
                Function<FromColumn, R> fromColumn, Function<FileName, R> fileName, Function<Constant, R> constant) {
            return fileName.apply(this);
        }
    }

    /** One text that all rows have. */
    record Constant(String text) implements Origin {
        @Override
        public <R> R choose(
                Function<FromColumn, R> fromColumn, Function<FileName, R> fileName, Function<Constant, R> constant) {
            return constant.apply(this);
        }
    }
}

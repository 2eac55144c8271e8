package org.rackdrill.cli.output;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --json -}: the answer for a program, alone on standard output. */
public final class JsonOption {
    @Option(
            names = "--json",
            paramLabel = "-",
            converter = DashReader.class,
            description = "Print the answer as JSON on standard output, and nothing else there.")
    private Reader reader = new Reader(false);

    /** Who reads standard output. */
    record Reader(boolean program) {}

    /** Returns whether a program reads standard output. */
    public boolean wanted() {
        return reader.program();
    }

    /** There is one place to print JSON to; files have names of their own. */
    static final class DashReader implements ITypeConverter<Reader> {
        @Override
        public Reader convert(String text) {
            if (!text.equals("-")) {
                throw new TypeConversionException("'" + text + "' must be '-', which is standard output.");
            }
            return new Reader(true);
        }
    }
}

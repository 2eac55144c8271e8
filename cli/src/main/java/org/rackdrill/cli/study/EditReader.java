package org.rackdrill.cli.study;

import org.rackdrill.model.reading.Edit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code node2.repair=1d}: a path as {@code explain} prints it, and a value as a lab file says it. */
public final class EditReader implements ITypeConverter<Edit> {
    @Override
    public Edit convert(String text) {
        int at = text.indexOf('=');
        if (at < 1 || at == text.length() - 1 || text.contains("\n")) {
            throw new TypeConversionException("'" + text + "' is not a change; write node2.repair=1d.");
        }
        return new Edit(text.substring(0, at).strip(), text.substring(at + 1).strip());
    }
}

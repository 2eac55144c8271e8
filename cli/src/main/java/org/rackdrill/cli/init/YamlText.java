package org.rackdrill.cli.init;

/** Text as a YAML scalar that reads back as it was. */
final class YamlText {
    private YamlText() {}

    /** Returns the text in double quotes, everything that YAML could take for something else escaped. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(code -> quoted.append(escaped(code)));
        return quoted.append('"').toString();
    }

    private static String escaped(int code) {
        if (code == '"' || code == '\\') {
            return "\\" + (char) code;
        }
        boolean printable = (code >= 0x20 && code < 0x7f) || (code >= 0xa1 && !invisible(code));
        return printable ? Character.toString(code) : String.format("\\U%08x", surrogate(code) ? 0xfffd : code);
    }

    private static boolean invisible(int code) {
        int type = Character.getType(code);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || surrogate(code);
    }

    private static boolean surrogate(int code) {
        return code >= 0xd800 && code <= 0xdfff;
    }
}

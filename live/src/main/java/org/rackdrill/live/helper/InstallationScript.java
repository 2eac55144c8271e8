package org.rackdrill.live.helper;

/** What {@link Installation} does on a host, as a script for whoever would rather read it and run it there as root. */
public final class InstallationScript {
    private static final String HEAD = """
            #!/bin/sh
            # The helper of Rackdrill, version %s, for the login %s: read this, then run it as root.
            set -eu
            if [ -n "$(ls -A /var/lib/rackdrill/armed 2>/dev/null)" ]; then
                echo 'Something is armed here: the helper is not replaced.' >&2
                exit 1
            fi
            mkdir -p -m 755 /usr/local/libexec /etc/rackdrill
            """;

    /** The words stand for nothing in the shell: no file has a line like the last one. */
    private static final String FILE = """

            # ---- %2$s
            cat >'%1$s' <<'RACKDRILL-END-OF-FILE'
            %5$sRACKDRILL-END-OF-FILE
            chown root:root '%1$s'
            chmod %3$s '%1$s'
            %4$smv -f '%1$s' '%2$s'
            """;

    private static final String END = """

            if [ -d /run/systemd/system ]; then
                systemctl daemon-reload
                systemctl enable --quiet rackdrill-undo.service
            else
                echo "No systemd here: let '/usr/local/libexec/rackdrill-helper --undo-all' run at boot."
            fi
            """;

    private InstallationScript() {}

    /**
     * Returns the script.
     *
     * @param user who logs in there; root needs no rule for sudo
     * @throws IllegalArgumentException when that is no name of a login
     */
    public static String text(String user) {
        StringBuilder script = new StringBuilder(HEAD.formatted(HelperScript.version(), user));
        for (HelperFile file : HelperFile.all(user)) {
            script.append(FILE.formatted(file.draft(), file.path(), file.mode(), check(file), file.text()));
        }
        return script.append(END).toString();
    }

    private static String check(HelperFile file) {
        return switch (file.path()) {
            case HelperScript.PATH -> "perl -c '" + file.draft() + "'\n";
            case HelperFile.SUDOERS -> "visudo -c -q -f '" + file.draft() + "'\n";
            default -> "";
        };
    }
}

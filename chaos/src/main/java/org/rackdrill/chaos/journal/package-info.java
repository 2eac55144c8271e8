/**
 * The journal: the append-only record of one run, written before each act, from which every verdict and every undo
 * that was left open is read.
 *
 * <p>A journal is a text file with one record a line, so that a person can read it with any pager when nothing else
 * works. Each line is {@code CHECKSUM LENGTH HASH JSON}: the CRC-32C of the rest of the line and the length of the JSON
 * in bytes (both eight hexadecimal digits), and the SHA-256 of the line before. The checksum finds accidents, the hash
 * finds intent. Empty lines fill the space that is kept for what comes.
 */
@NullMarked
package org.rackdrill.chaos.journal;

import org.jspecify.annotations.NullMarked;

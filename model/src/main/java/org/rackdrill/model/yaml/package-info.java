/** YAML as trees of text with the place of each in its file; nothing is ever constructed from a tag. */
@NullMarked
package org.rackdrill.model.yaml;

import org.jspecify.annotations.NullMarked;

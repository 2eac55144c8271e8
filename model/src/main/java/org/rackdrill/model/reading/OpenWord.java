package org.rackdrill.model.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Tree;

/** One of some words, or another one with a warning. */
record OpenWord(List<String> words) implements Form<String> {

    static OpenWord of(List<String> words) {
        return new OpenWord(words);
    }

    @Override
    public Optional<String> read(Tree tree, Notes notes) {
        Optional<String> word = Forms.NAME.read(tree, notes);
        word.filter(said -> !words.contains(said)).ifPresent(said -> warn(said, tree, notes));
        return word;
    }

    private void warn(String word, Tree tree, Notes notes) {
        String fix = Meant.among(words, word, notes)
                .map(likely -> "Did you mean `" + likely + "`?")
                .orElse("Known are " + String.join(", ", words) + ".");
        notes.warning(tree.place(), "`" + Meant.shortened(word) + "` is not known here and taken as it is", fix);
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object("anyOf", List.of(Json.object("enum", words), Json.object("type", "string")));
    }
}


# ---- speech: the one line that comes in, and the answer that goes out

use constant LONGEST_REQUEST => 65536;
use constant LONGEST_ANSWER => 16 << 20;

# Ends a request of which certainly nothing was done.
sub refuse { die { refused => join('', @_) } }

# Ends a request of which nobody knows what was done.
sub unsure { die { unknown => join('', @_) } }

# Turns what was thrown into the words of an answer.
sub words_of {
    my ($thrown) = @_;
    return ('refused', $thrown->{refused}) if ref $thrown eq 'HASH' && defined $thrown->{refused};
    return ('unknown', $thrown->{unknown}) if ref $thrown eq 'HASH' && defined $thrown->{unknown};
    return ('unknown', "the helper failed: $thrown");
}

# Returns what was thrown as one clause.
sub why_of { my ($kind, $why) = words_of(@_); return plain($why) }

# Returns a text as one line that no terminal misreads.
sub plain {
    my ($text) = @_;
    $text =~ s/[\r\n\t ]+/ /g;
    $text =~ s/[^\x20-\x7e]/?/g;
    $text =~ s/\A +| +\z//g;
    return length $text > 1000 ? substr($text, 0, 1000) . '...' : $text;
}

# Reads the request; within ten seconds, because nobody waits longer to say one line.
sub hear {
    my $line = '';
    my $ready = IO::Select->new(\*STDIN);
    my $until = now() + 10;
    while ($line !~ /\n/) {
        refuse('no request came within 10 s') if now() >= $until;
        next unless $ready->can_read($until - now());
        my $got = sysread STDIN, $line, 8192, length $line;
        refuse('the request could not be read') unless defined $got;
        refuse('the request is too long') if length $line > LONGEST_REQUEST;
        last if $got == 0;
    }
    return $line;
}

# Takes a request apart: flat JSON without escapes, the verb first, or nothing.
sub understood {
    my ($line) = @_;
    my $key = qr/[a-z][a-z0-9-]{0,63}/;
    my $value = qr{[A-Za-z0-9._:/\@%+=,-]{0,1024}};
    $line =~ /\A\{"verb":"($key)"((?:,"$key":"$value")*)\}\r?\n?\z/
        or refuse('that is not a request in one line of flat JSON');
    my ($verb, $rest, %words) = ($1, $2);
    while ($rest =~ /\G,"($key)":"($value)"/gc) {
        refuse("the request says '$1' twice") if exists $words{$1} || $1 eq 'verb';
        $words{$1} = $2;
    }
    return ($verb, \%words);
}

# Does what a request asks for, as long as its verb is one of those, and says what came of it.
sub reply {
    my ($line, $verbs) = @_;
    my $body = eval {
        my ($verb, $words) = understood($line);
        my $does = $VERBS{$verb} or refuse("there is no verb '$verb'");
        refuse("'$verb' is not asked in a session") unless $verbs->{$verb};
        $does->($words);
    };
    if ($@) { answer(words_of($@)) }
    else { answer('done', '', $body) }
}

# Says the answer: one line, and the body after it.
sub answer {
    my ($kind, $why, $body) = @_;
    my $text = $kind eq 'done' ? 'done' : "$kind " . plain($why);
    $text .= "\n";
    $text .= substr($body, 0, LONGEST_ANSWER) if defined $body;
    say_all($text);
}

# Says a text; false when nobody hears it.
sub say_all {
    my ($text) = @_;
    my $at = 0;
    while ($at < length $text) {
        my $wrote = syswrite STDOUT, $text, 65536, $at;
        next if !defined $wrote && $!{EINTR};
        return 0 unless $wrote;
        $at += $wrote;
    }
    return 1;
}

# Returns key=value lines in the order of the keys.
sub lines_of {
    my ($pairs) = @_;
    return join '', map { "$_=" . plain($pairs->{$_} // '') . "\n" } sort keys %$pairs;
}

# Returns words that a verb needs, or refuses.
sub need {
    my ($words, @names) = @_;
    for my $name (@names) {
        refuse("'$name' is missing") unless defined $words->{$name} && length $words->{$name};
    }
    return @$words{@names};
}

# Refuses words that a verb does not know.
sub only {
    my ($words, @names) = @_;
    my %known = map { $_ => 1 } @names;
    for my $name (sort keys %$words) {
        refuse("'$name' means nothing here") unless $known{$name};
    }
}

# Returns a word that is a name: neither an option nor a way out of a folder.
sub name_word {
    my ($words, $key) = @_;
    my ($value) = need($words, $key);
    refuse("'$value' is no name for $key") if $value =~ m{\A[-/.]|//|/\z|(?:\A|/)\.\.?(?:/|\z)};
    return $value;
}

# Returns a word that is a number in a range.
sub number_word {
    my ($words, $key, $least, $most) = @_;
    my ($value) = need($words, $key);
    refuse("'$value' is no number for $key") unless $value =~ /\A-?[0-9]{1,15}(?:\.[0-9]{1,9})?\z/;
    refuse("$key is $value; it can be $least to $most") if $value < $least || $value > $most;
    return $value + 0;
}

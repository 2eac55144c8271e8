
# ---- for tests, instead of main.pl: says of each line, ended by a zero byte, whether it is a request and which

{
    local $/ = "\0";
    binmode STDOUT, ':utf8';
    while (defined(my $line = <STDIN>)) {
        chomp $line;
        my @heard = eval { understood($line) };
        if ($@) { print "refused\n"; next }
        my ($verb, $words) = @heard;
        print join(' ', $verb, map { "$_=$words->{$_}" } sort keys %$words), "\n";
    }
}

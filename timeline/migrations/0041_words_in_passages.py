"""Quotation marks stand only round words of a passage: the database refuses a statement of which that is not true."""

from django.db import migrations, models
from django.db.models import Q

# Weaker than the check before the save (timeline.actions.checks), never stricter: what that lets through, this does.
# Words left out are shown by […], and each piece stands in one passage. Of a sentence of ours every closed “…” is held
# against the passages, unless it has marks of another sort, within which these mean something else.
WORDS = r"""
CREATE FUNCTION quoted_pieces(speech text, words text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
    SELECT piece FROM (
        SELECT words AS run WHERE speech IN ('direct', 'official_text')
        UNION ALL
        SELECT found[1] FROM regexp_matches(words, '“([^”]*)”', 'g') AS found
            WHERE speech = 'mixed' AND words !~ '[„"«‹‘]'
    ) AS runs, LATERAL (
        SELECT btrim(part, E' \t\n\x0b\f\r\x1c\x1d\x1e\x1f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004'
            '\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') AS piece
        FROM regexp_split_to_table(run, '\[…\]') AS part
    ) AS pieces WHERE piece <> ''
$$;

CREATE FUNCTION statement_words_are_cited() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    statement_number bigint;
    missing text;
BEGIN
    -- Deferred to the commit: a statement and its passages are written one after the other.
    IF TG_TABLE_NAME = 'timeline_statement' THEN
        statement_number := NEW.id;
    ELSE
        statement_number := OLD.statement_id;
    END IF;
    SELECT piece INTO missing FROM timeline_statement said, quoted_pieces(said.speech, said.words) AS piece
        WHERE said.id = statement_number AND NOT EXISTS (
            SELECT FROM timeline_citation WHERE statement_id = said.id AND strpos(exact, piece) > 0
        ) LIMIT 1;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'statement % quotes words that none of its passages has: %', statement_number, missing
            USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_words_are_cited';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER statement_words_are_cited AFTER INSERT OR UPDATE OF words, speech ON timeline_statement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION statement_words_are_cited();
CREATE CONSTRAINT TRIGGER statement_keeps_passages AFTER UPDATE OR DELETE ON timeline_citation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.statement_id IS NOT NULL)
    EXECUTE FUNCTION statement_words_are_cited();
"""
DROP_WORDS = """
DROP TRIGGER statement_keeps_passages ON timeline_citation;
DROP TRIGGER statement_words_are_cited ON timeline_statement;
DROP FUNCTION statement_words_are_cited();
DROP FUNCTION quoted_pieces(text, text);
"""


class Migration(migrations.Migration):
    dependencies = [("timeline", "0040_one_index_of_words")]

    operations = [
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=~Q(speech="indirect", words__regex=r"“\s*[^”\s\u00a0]|«\s*[^»\s\u00a0]"),
                name="statement_reported_has_no_marks",
            ),
        ),
        migrations.RunSQL(WORDS, DROP_WORDS),
    ]

"""Bounds that do not follow from the EDTF text are refused, whoever writes the row."""

from django.db import migrations

FUNCTIONS = r"""
CREATE FUNCTION edtf_date_bounds(edtf text) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    plain text := regexp_replace(regexp_replace(edtf, '[?~%]$', ''), 'T[0-9:+Z-]+$', '');
    found text[];
    y int;
    m int;
    first date;
BEGIN
    IF plain ~ '^[0-9]{3}X$' THEN
        y := left(plain, 3)::int * 10;
        RETURN daterange(make_date(y, 1, 1), make_date(y + 9, 12, 31), '[]');
    ELSIF plain ~ '^[0-9]{2}XX$' THEN
        y := left(plain, 2)::int * 100;
        RETURN daterange(make_date(y, 1, 1), make_date(y + 99, 12, 31), '[]');
    END IF;
    found := regexp_match(plain, '^([0-9]{4})(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?$');
    IF found IS NULL THEN
        RAISE EXCEPTION 'not an EDTF date of the subset: %', edtf USING ERRCODE = 'check_violation';
    END IF;
    y := found[1]::int;
    IF found[2] IS NULL OR found[2] = 'XX' THEN
        IF found[2] = 'XX' AND found[3] IS NOT NULL AND found[3] <> 'XX' THEN
            RAISE EXCEPTION 'a day without its month: %', edtf USING ERRCODE = 'check_violation';
        END IF;
        RETURN daterange(make_date(y, 1, 1), make_date(y, 12, 31), '[]');
    END IF;
    m := found[2]::int;
    IF m BETWEEN 21 AND 24 AND found[3] IS NULL THEN
        first := make_date(y, (m - 20) * 3, 1);
        RETURN daterange(first, (first + interval '3 months')::date, '[)');
    ELSIF m NOT BETWEEN 1 AND 12 THEN
        RAISE EXCEPTION 'no month of a year: %', edtf USING ERRCODE = 'check_violation';
    END IF;
    IF found[3] IS NULL OR found[3] = 'XX' THEN
        first := make_date(y, m, 1);
        RETURN daterange(first, (first + interval '1 month')::date, '[)');
    END IF;
    RETURN daterange(make_date(y, m, found[3]::int), make_date(y, m, found[3]::int), '[]');
END $$;

CREATE FUNCTION edtf_bounds(edtf text) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    inside text := edtf;
    ends text[];
    part text;
    bounds daterange;
    first date := 'infinity';
    last date := '-infinity';
BEGIN
    IF edtf ~ '^[\[{].*[\]}]$' THEN
        inside := substr(edtf, 2, length(edtf) - 2);
    END IF;
    IF inside ~ '\.\.' AND inside !~ '/' THEN
        ends := string_to_array(inside, '..');
    ELSIF inside ~ '/' THEN
        ends := string_to_array(replace(inside, '..', ''), '/');
    ELSE
        FOREACH part IN ARRAY string_to_array(inside, ',') LOOP
            bounds := edtf_date_bounds(part);
            first := least(first, lower(bounds));
            last := greatest(last, upper(bounds));
        END LOOP;
        RETURN daterange(first, last, '[)');
    END IF;
    IF cardinality(ends) <> 2 THEN
        RAISE EXCEPTION 'not an EDTF date of the subset: %', edtf USING ERRCODE = 'check_violation';
    END IF;
    RETURN daterange(
        CASE WHEN ends[1] = '' THEN NULL ELSE lower(edtf_date_bounds(ends[1])) END,
        CASE WHEN ends[2] = '' THEN NULL ELSE upper(edtf_date_bounds(ends[2])) END, '[)');
END $$;
"""
DROP_FUNCTIONS = "DROP FUNCTION edtf_bounds(text); DROP FUNCTION edtf_date_bounds(text);"

# Table, then the columns of the EDTF text and of its two bounds.
DATED = (
    ("timeline_event", "edtf", "earliest", "latest"),
    ("timeline_statement", "edtf", "earliest", "latest"),
    ("timeline_claim", "edtf", "earliest", "latest"),
    ("timeline_succession", "edtf", "earliest", "latest"),
    ("timeline_tenure", "started", "started_earliest", "started_latest"),
    ("timeline_tenure", "ended", "ended_earliest", "ended_latest"),
)


def agreement(table, edtf, earliest, latest):
    """Return the statements that add and drop one check. An empty text (an office still held) has no bounds."""
    name = f"{table.removeprefix('timeline_')}_{edtf}_and_bounds_agree"
    check = (
        f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({edtf} = '' OR ("
        f"lower(edtf_bounds({edtf})) IS NOT DISTINCT FROM {earliest} AND "
        f"upper(edtf_bounds({edtf})) IS NOT DISTINCT FROM {latest} + 1));"
    )
    return migrations.RunSQL(check, f"ALTER TABLE {table} DROP CONSTRAINT {name};")


class Migration(migrations.Migration):
    dependencies = [("timeline", "0001_record")]

    operations = [migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS), *(agreement(*columns) for columns in DATED)]

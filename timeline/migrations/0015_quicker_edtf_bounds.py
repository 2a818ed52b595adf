"""Plain days, months and years, which nearly all dates are, are read without regular expressions.

Each date is checked whenever its row is written; reading it took most of the time that writing many rows takes.
"""

from importlib import import_module

from django.db import migrations

FUNCTIONS = r"""
CREATE OR REPLACE FUNCTION edtf_date_bounds(edtf text) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
    plain text;
    found text[];
    y int;
    m int;
    first date;
BEGIN
    -- A plain day, month or year needs no regular expression.
    IF translate(edtf, '123456789', '000000000') IN ('0000', '0000-00', '0000-00-00')
       AND (length(edtf) = 4 OR substr(edtf, 6, 2) BETWEEN '01' AND '12') THEN
        first := make_date(left(edtf, 4)::int, coalesce(nullif(substr(edtf, 6, 2), ''), '1')::int,
                           coalesce(nullif(substr(edtf, 9, 2), ''), '1')::int);
        RETURN daterange(first, CASE length(edtf)
            WHEN 10 THEN first + 1
            WHEN 7 THEN (first + interval '1 month')::date
            ELSE (first + interval '1 year')::date
        END, '[)');
    END IF;
    plain := regexp_replace(regexp_replace(edtf, '[?~%]$', ''), 'T[0-9:+Z-]+$', '');
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

CREATE OR REPLACE FUNCTION edtf_bounds(edtf text) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
    inside text := edtf;
    ends text[];
    part text;
    bounds daterange;
    first date := 'infinity';
    last date := '-infinity';
BEGIN
    IF edtf !~ '[^0-9-]' THEN
        RETURN edtf_date_bounds(edtf);
    END IF;
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
SLOW = import_module("timeline.migrations.0002_edtf_bounds_agree").FUNCTIONS
FUNCTIONS_BEFORE = SLOW.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").replace(
    "PARALLEL SAFE AS", "PARALLEL SAFE SET search_path FROM CURRENT AS"
)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0014_statistics_of_keys")]

    operations = [migrations.RunSQL(FUNCTIONS, FUNCTIONS_BEFORE)]

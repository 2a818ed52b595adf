from django.db import migrations

FUNCTION = """
CREATE FUNCTION newsroom_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
"""
TRIGGER = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION newsroom_refuse_change();
"""
TABLES = ("newsroom_textversion", "newsroom_logentry")


class Migration(migrations.Migration):

    dependencies = [("newsroom", "0002_article")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION newsroom_refuse_change();"),
        *(
            migrations.RunSQL(TRIGGER.format(table=table), f"DROP TRIGGER {table}_append_only ON {table};")
            for table in TABLES
        ),
    ]
